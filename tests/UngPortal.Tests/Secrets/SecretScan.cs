using System.Text.RegularExpressions;

namespace UngPortal.Tests.Secrets;

/// <summary>Finds what looks like a key or a password in a line of text.</summary>
internal static partial class SecretScan
{
    private const int LongestLine = 4_000;
    private const double Disorder = 4.3;

    /// <summary>Files of hashes that are made to be public, pictures and weights that are long rows of numbers, and a published schema whose example is a picture's address.</summary>
    private static readonly string[] Skipped = ["packages.lock.json", "package-lock.json", ".svg", ".csv", "safety/model.txt", "hsds-3.0/organization.json"];

    /// <summary>Whether a file's lines say anything about secrets.</summary>
    public static bool Covers(string path) => !Skipped.Any(end => path.EndsWith(end, StringComparison.Ordinal));

    /// <summary>What a line gives away, in words; the secret itself is not repeated.</summary>
    public static string? Of(string line)
    {
        if (line.Length > LongestLine)
        {
            return null;
        }

        if (KnownKeys().IsMatch(line))
        {
            return "a key of a known kind";
        }

        if (Passwords().Match(line) is { Success: true } password && !Placeholder().IsMatch(password.Groups["value"].Value))
        {
            return "a password";
        }

        return Tokens().Matches(line).Any(token => LooksRandom(token.Value)) ? "a random text" : null;
    }

    /// <summary>Random letters of either size and digits, as keys have them; words and paths have less disorder.</summary>
    private static bool LooksRandom(string token) =>
        token.Any(char.IsAsciiLetterLower) && token.Any(char.IsAsciiLetterUpper) && token.Count(char.IsAsciiDigit) > 3 && DisorderOf(token) > Disorder;

    /// <summary>Shannon's entropy, in bits for each character.</summary>
    private static double DisorderOf(string text) => text.GroupBy(letter => letter).Select(group => (double)group.Count() / text.Length).Sum(share => -share * Math.Log2(share));

    [GeneratedRegex("""
        -----BEGIN\x20[A-Z\x20]*PRIVATE\x20KEY | \bAKIA[0-9A-Z]{16}\b | \bAIza[0-9A-Za-z_-]{35}\b | \bgh[pousr]_[0-9A-Za-z]{36} | \bgithub_pat_[0-9A-Za-z_]{22} | \bglpat-[0-9A-Za-z_-]{20}
        | \bxox[abprs]-[0-9A-Za-z-]{10} | \b[sr]k_live_[0-9A-Za-z]{16} | \bnpm_[0-9A-Za-z]{36} | \boy2[0-9a-z]{43}\b | \beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\. | \bAccountKey=[0-9A-Za-z+/]{40}
        | \bSG\.[0-9A-Za-z_-]{22}\. | \bya29\.[0-9A-Za-z_-]{20} | <encryptedSecret\x20[a-z] | <masterKey\x20[a-z]
        """, RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex KnownKeys();

    [GeneratedRegex("""\b(password|passwd|pwd|secret|api_?key|access_?token|client_?secret)["']?\s*[=:]\s*["']?(?<value>[^\s"';,<>&)]{6,})""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Passwords();

    /// <summary>A variable, a dots' row or an example's name stands where the password will be.</summary>
    [GeneratedRegex("""^(\$|\{|…|\.\.\.|\*|example|changeme|[A-Za-z_.]+\(|[a-z]+\.[a-z])""", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();

    [GeneratedRegex("""(?<![0-9A-Za-z+/_=-])[0-9A-Za-z+/_-]{32,200}={0,2}(?![0-9A-Za-z+/_-])""", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Tokens();
}
