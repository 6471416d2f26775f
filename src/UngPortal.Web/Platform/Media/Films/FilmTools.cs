using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Media.Films;

/// <summary>Finds the programs that make films. They are not part of the site: a server may lack them, and may get them while the site runs.</summary>
public sealed class FilmTools(IOptions<FilmOptions> options)
{
    /// <summary>The full path of the program that makes films; null when this machine has none.</summary>
    public string? Ffmpeg => Find(options.Value.Ffmpeg);

    /// <summary>The full path of the program that looks into films; null when this machine has none.</summary>
    public string? Ffprobe => Find(options.Value.Ffprobe);

    /// <summary>Whether films can be made here.</summary>
    public bool AreThere => Ffmpeg is not null && Ffprobe is not null;

    private static string? Find(string program)
    {
        if (Path.GetFileName(program) != program)
        {
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        }

        var name = OperatingSystem.IsWindows() && !Path.HasExtension(program) ? program + ".exe" : program;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
