using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Sealing;

/// <summary>The file <c>sealing.keys</c> in the data folder, for a site without settings for its keys: the same settings, a line each, and a check over them.</summary>
internal sealed class SealingFile(DataFolder folder)
{
    public const string Name = "sealing.keys";

    /// <summary>The version of the key in a file that was just made.</summary>
    public const int Version = 1;

    private const string CheckLine = "Check=";
    private const int NameBytes = 8;

    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private string Path => folder.PathOf(Name);

    public bool Exists => File.Exists(Path);

    /// <summary>Reads the keys; makes them where there are none yet. Of several nodes that start at once one makes the file, and all read that one.</summary>
    /// <exception cref="UnusableKeysException">The file can't be read or is damaged.</exception>
    /// <exception cref="IOException">It can't be made.</exception>
    public SealingRing Read()
    {
        if (!Exists)
        {
            Make();
        }

        try
        {
            return SealingRing.Read(SettingsIn(File.ReadAllText(Path)), $"The file {Path} is damaged; restore it from a copy: ");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UnusableKeysException($"The file {Path} can't be read: let the site's user read it, or set {SealingKeys.KeysSetting} and {SealingKeys.PepperSetting}.", problem);
        }
    }

    /// <summary>Nodes take turns: moving a file to where none is yet is no single step, and two that did it at once were given different keys.</summary>
    private void Make()
    {
        using var turn = WaitForTurn();
        if (!Exists)
        {
            Write();
        }
    }

    private FileStream WaitForTurn()
    {
        var mine = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream($"{Path}.turn", mine);
            }
            catch (IOException) when (Stopwatch.GetElapsedTime(since) < MostWait)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    private void Write()
    {
        var text = $"""
            Sealing__Pepper={Random()}
            Sealing__Keys__0__Version={Version}
            Sealing__Keys__0__Key={Random()}

            """.ReplaceLineEndings("\n");
        var own = $"{Path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(NameBytes))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(own, options))
        {
            stream.Write(Encoding.UTF8.GetBytes($"{text}{CheckLine}{CheckOf(text)}\n"));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(own, Path, overwrite: false);
        }
        catch (IOException) when (Exists)
        {
            File.Delete(own); // Another node was first.
        }
    }

    private IConfiguration SettingsIn(string text)
    {
        var end = text.LastIndexOf(CheckLine, StringComparison.Ordinal);
        if (end < 0 || text[(end + CheckLine.Length)..].Trim() != CheckOf(text[..end]))
        {
            throw new UnusableKeysException($"The file {Path} is damaged: restore it from a copy. A site that has sealed nothing yet may start without it and makes a new one.");
        }

        var pairs = text[..end].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2)
            .Select(pair => KeyValuePair.Create(pair[0].Replace("__", ":", StringComparison.Ordinal), (string?)pair[1]));
        return new ConfigurationBuilder().AddInMemoryCollection(pairs).Build();
    }

    private static string Random() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Envelope.KeyBytes));

    private static string CheckOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
