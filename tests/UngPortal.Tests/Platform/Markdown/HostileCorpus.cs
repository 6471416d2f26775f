using System.Globalization;
using System.Text.RegularExpressions;

namespace UngPortal.Tests.Platform.Markdown;

/// <summary>Reads <c>hostile.txt</c>: one attack on each line, written with signs for what a line can't hold.</summary>
public static partial class HostileCorpus
{
    /// <summary>Every case: its line as it is written, and the text it stands for.</summary>
    public static IReadOnlyList<(string Line, string Markdown)> Cases { get; } =
        File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Platform", "Markdown", "hostile.txt"))
            .Where(line => line.Length > 0 && !line.StartsWith("#!", StringComparison.Ordinal))
            .Select(line => (line, Expand(line)))
            .ToList();

    private static string Expand(string line) =>
        Sign().Replace(
            Repeat().Replace(line, match => string.Concat(Enumerable.Repeat(Code(match.Groups[1].Value), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)))),
            match => Code(match.Groups[1].Value))
        .Replace('␤', '\n').Replace('␉', '\t').Replace('␀', '\0');

    private static string Code(string text)
    {
        if (!text.StartsWith("U+", StringComparison.Ordinal))
        {
            return text;
        }

        var code = int.Parse(text[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code <= 0xFFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    [GeneratedRegex("⟦([^⟦⟧]+)×([0-9]+)⟧", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Repeat();

    [GeneratedRegex("⟦(U\\+[0-9A-F]{4,6})⟧", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sign();
}
