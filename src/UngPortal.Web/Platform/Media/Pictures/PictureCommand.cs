using System.Text.Json;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>The command <c>process-image IN OUT-DIR</c>: the one place where foreign pictures are decoded, in a process of its own that is thrown away afterwards.</summary>
public static class PictureCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "process-image";

    /// <summary>The file that says what became of the picture.</summary>
    internal const string OutcomeFile = "outcome.json";

    private const int WrongUse = 64;

    /// <summary>Whether the program was started for this.</summary>
    public static bool IsAskedFor(string[] args) => args is [Name, ..];

    /// <summary>Makes the files in OUT-DIR and says there what became of it.</summary>
    /// <returns>The exit code: 0 also for a picture that is refused.</returns>
    public static int Run(string[] args)
    {
        if (args is not [_, var file, var folder])
        {
            Console.Error.WriteLine($"Usage: {Name} IN OUT-DIR");
            return WrongUse;
        }

        ProcessLimits.Lower();
        File.WriteAllText(Path.Combine(folder, OutcomeFile), JsonSerializer.Serialize(PictureStudio.Make(file, folder)));
        return 0;
    }
}
