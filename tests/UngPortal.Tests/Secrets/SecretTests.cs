using System.Text;

namespace UngPortal.Tests.Secrets;

/// <summary>No key and no password is, or ever was, in the repository. Source of the rule: asvs.md row 56.</summary>
public sealed class SecretTests
{
    private const int LargestFile = 1 << 20;

    // Each in two parts, so that the scan does not find its own samples.
    public static TheoryData<string, string> Secrets => new()
    {
        { "-----BEGIN RSA PRIV", "ATE KEY-----" },
        { "AKIA", "IOSFODNN7EXAMPLE" },
        { "token: ghp", "_abcdefghijklmnopqrstuvwxyz0123456789" },
        { "Server=db;User Id=sa;Pass", "word=Sommer-2026!;Encrypt=True" },
        { "\"ApiKey\": ", "\"k3Zp9QxLw7Rt\"" },
        { "key = \"p8F2vQ7xZr1T", "k9Lm4Wc6Yb3Nd5Hs0Jg8Ua2Ee7Oi\"" },
    };

    [Theory]
    [MemberData(nameof(Secrets))]
    public void V13_3_1_scan_finds_a_secret(string first, string second) => Assert.NotNull(SecretScan.Of(first + second));

    [GitFact]
    public async Task V13_3_1_no_secret_in_a_tracked_file()
    {
        var found = new List<string>();
        foreach (var path in (await Git.RunAsync("ls-files", "-z")).Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(SecretScan.Covers))
        {
            found.AddRange(LinesOf(path).Select((line, index) => (Found: SecretScan.Of(line), Number: index + 1)).Where(hit => hit.Found is not null).Select(hit => $"{path}:{hit.Number}: {hit.Found}"));
        }

        Assert.Empty(found);
    }

    [GitFact]
    public async Task V13_3_1_no_secret_in_the_history()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var (commit, path) = ("", "");
        foreach (var line in (await Git.RunAsync("log", "-p", "--unified=0", "--no-color", "--no-textconv", "--no-ext-diff", "--format=commit %h")).Split('\n'))
        {
            (commit, path) = line switch
            {
                _ when line.StartsWith("commit ", StringComparison.Ordinal) => (line[7..], ""),
                _ when line.StartsWith("+++ b/", StringComparison.Ordinal) => (commit, line[6..]),
                _ => (commit, path),
            };
            if (line is ['+', .. var added] && path.Length > 0 && SecretScan.Covers(path) && !line.StartsWith("+++ ", StringComparison.Ordinal) && SecretScan.Of(added) is { } secret)
            {
                found.Add($"{commit} {path}: {secret}");
            }
        }

        Assert.Empty(found);
    }

    /// <summary>Text files only: a film has random bytes in plenty.</summary>
    private static string[] LinesOf(string path)
    {
        var file = new FileInfo(Path.Combine(Testing.Repository.Root, path));
        if (!file.Exists || file.Length > LargestFile)
        {
            return [];
        }

        var bytes = File.ReadAllBytes(file.FullName);
        return bytes.AsSpan(0, Math.Min(bytes.Length, 8_000)).Contains((byte)0) ? [] : Encoding.UTF8.GetString(bytes).Split('\n');
    }
}
