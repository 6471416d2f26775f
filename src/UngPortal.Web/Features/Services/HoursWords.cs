using System.Text.RegularExpressions;

namespace UngPortal.Features.Services;

/// <summary>Opening hours as people in Norway write them, <c>man-fre 9.00-15.30; lør stengt</c>, and as the register keeps them.</summary>
public static partial class HoursWords
{
    // The first word of each is how it is written back.
    private static readonly (string Token, string[] Words)[] Names =
    [
        ("Mo", ["man", "mandag", "måndag", "mandager"]), ("Tu", ["tir", "tirsdag", "tys", "tysdag"]), ("We", ["ons", "onsdag"]), ("Th", ["tor", "torsdag"]),
        ("Fr", ["fre", "fredag"]), ("Sa", ["lør", "lørdag", "lau", "laurdag"]), ("Su", ["søn", "søndag", "sundag"]),
        ("PH", ["helligdager", "helligdag", "helgedagar", "helgedag"]), ("off", ["stengt"]), ("24/7", ["døgnåpent", "døgnåpen", "døgnope"]),
        ("May", ["mai"]), ("Oct", ["okt", "oktober"]), ("Dec", ["des", "desember"]), ("Jan", ["jan", "januar"]), ("Feb", ["feb", "februar"]), ("Mar", ["mar", "mars"]),
        ("Apr", ["apr", "april"]), ("Jun", ["jun", "juni"]), ("Jul", ["jul", "juli"]), ("Aug", ["aug", "august"]), ("Sep", ["sep", "september"]), ("Nov", ["nov", "november"]),
    ];

    private static readonly Dictionary<string, string> Tokens = Names.SelectMany(name => name.Words, (name, word) => (name.Token, word)).ToDictionary(pair => pair.word, pair => pair.Token, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Written = Names.ToDictionary(name => name.Token, name => name.Words[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>The register's syntax for a text; words that it doesn't know stay, for the reader of the syntax to refuse.</summary>
    public static string ToSyntax(string text)
    {
        var plain = text.ReplaceLineEndings("; ").Replace('–', '-').Replace('−', '-').Replace('\u00A0', ' ').Trim().TrimEnd(';');
        var timed = Time().Replace(plain, time => $"{time.Groups[1].Value.PadLeft(2, '0')}:{time.Groups[2].Value}");
        return Word().Replace(timed, word => Tokens.GetValueOrDefault(word.Value, word.Value));
    }

    /// <summary>What <see cref="ToSyntax"/> reads back.</summary>
    public static string ToWords(string syntax) => Token().Replace(syntax, token => Written.GetValueOrDefault(token.Value, token.Value));

    [GeneratedRegex(@"(?<![0-9:.])([0-9]{1,2})[.:]([0-9]{2})(?![0-9])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Time();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Word();

    [GeneratedRegex(@"24/7|\p{L}+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Token();
}
