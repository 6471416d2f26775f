namespace UngPortal.Features.Search.Engine;

/// <summary>
/// Words that mean the same to a reader, one group a line: <c>a, b, c</c> each find one another, <c>a, b =&gt; c, d</c> go one way only.
/// Lines that begin with # are comments.
/// </summary>
public sealed class SynonymList
{
    public const int MaxPhrase = 4;

    private readonly Dictionary<string, List<string[]>> alternatives = new(StringComparer.Ordinal);

    private SynonymList()
    {
    }

    public int Count { get; private set; }

    public static SynonymList Parse(IEnumerable<string> lines)
    {
        var list = new SynonymList();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            list.Add(line);
        }

        return list;
    }

    /// <summary>The form under which words are looked up: stemmed, folded, joined by spaces.</summary>
    internal static string KeyOf(IEnumerable<string> words) => string.Join(' ', words.Select(word => Word.Fold(WordStem.Of(word, "nb"))));

    internal IReadOnlyList<string[]> Of(IEnumerable<string> words) => alternatives.GetValueOrDefault(KeyOf(words)) ?? [];

    private void Add(string line)
    {
        var sides = line.Split("=>", 2);
        var from = Phrases(sides[0]);
        var to = sides.Length > 1 ? Phrases(sides[1]) : from;
        Count++;
        foreach (var phrase in from)
        {
            var key = KeyOf(phrase);
            if (!alternatives.TryGetValue(key, out var known))
            {
                alternatives[key] = known = [];
            }

            known.AddRange(to.Where(other => KeyOf(other) != key && !known.Any(k => k.SequenceEqual(other))));
        }
    }

    private static List<string[]> Phrases(string side) =>
        [.. side.Split(',').Select(phrase => Word.In(phrase).Select(word => word.Text).ToArray()).Where(phrase => phrase.Length is > 0 and <= MaxPhrase)];
}
