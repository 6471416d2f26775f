using System.Security.Cryptography;
using System.Text;

namespace UngPortal.Platform.Importing;

/// <summary>One piece of content on disk: its text files and what belongs to them, with one fingerprint over all.</summary>
public sealed class SourceFile
{
    /// <summary>Goes up when the importer makes something else of the same files, so that every site makes it anew.</summary>
    private const string Edition = "2";

    private readonly string _root;

    public SourceFile(string root, string name, IReadOnlyList<string> paths, IEnumerable<string>? attachments = null)
    {
        _root = root;
        Name = name;
        Paths = paths;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Edition));
        foreach (var path in paths.Concat(attachments ?? []))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Shown(path)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The key of the import record: the folder and the slug.</summary>
    public string Name { get; }

    public IReadOnlyList<string> Paths { get; }

    public string Fingerprint { get; }

    /// <summary>The path as a report shows it: from the content folder, with forward slashes.</summary>
    public string Shown(string path) => System.IO.Path.GetRelativePath(_root, path).Replace('\\', '/');

    public string Folder => System.IO.Path.GetDirectoryName(Paths[0])!;

    /// <summary>Reads a text file as strict UTF-8; null with a problem when it is something else.</summary>
    public static string? ReadTextOrReport(string path, string shown, List<ImportProblem> problems)
    {
        try
        {
            return ReadText(path);
        }
        catch (DecoderFallbackException fault)
        {
            problems.Add(new ImportProblem(shown, 1, $"The file can't be read as UTF-8: {fault.Message}"));
            return null;
        }
    }

    /// <summary>Reads a text file as strict UTF-8.</summary>
    /// <exception cref="DecoderFallbackException">The file is not UTF-8.</exception>
    public static string ReadText(string path) => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
}
