using UngPortal.Platform.Words;

namespace UngPortal.Features.Search.Engine;

/// <summary>
/// Words that mean the same to a reader, one group a line: <c>a, b, c</c> each find one another, <c>a, b =&gt; c, d</c> go one way only.
/// Lines that begin with # are comments.
/// </summary>
public sealed class SynonymList
{
    public const int MaxPhrase = 4;

    private readonly Dictionary<string, List<Meaning>> alternatives = new(StringComparer.Ordinal);
    private readonly List<string[]> phrases = [];

    private SynonymList()
    {
    }

    public int Count { get; private set; }

    /// <summary>What the list has of more than one word.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases => phrases;

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

    /// <summary>What else the words may be called; empty when the list doesn't have them.</summary>
    public IReadOnlyList<Meaning> Of(IEnumerable<string> words) => alternatives.GetValueOrDefault(KeyOf(words)) ?? [];

    /// <summary>The meanings of the list's own word that is one typo away; none when there is none.</summary>
    public IReadOnlyList<Meaning> Near(string word)
    {
        var key = KeyOf([word]);
        return Typos.Forgiven(key) == 0 ? []
            : alternatives.Where(known => Math.Abs(known.Key.Length - key.Length) <= 1 && !known.Key.Contains(' ', StringComparison.Ordinal) && Typos.Between(key, known.Key) == 1)
                .Select(known => known.Value).FirstOrDefault() ?? [];
    }

    private void Add(string line)
    {
        var sides = line.Split("=>", 2);
        var from = PhrasesOf(sides[0]);
        var to = sides.Length > 1 ? PhrasesOf(sides[1]) : from;
        Count++;
        phrases.AddRange(from.Concat(to).Where(phrase => phrase.Length > 1));
        foreach (var (phrase, key) in from.SelectMany(Keys))
        {
            if (!alternatives.TryGetValue(key, out var known))
            {
                alternatives[key] = known = [];
            }

            known.AddRange(to.Where(other => !other.SequenceEqual(phrase) && !known.Any(k => k.Words.SequenceEqual(other))).Select(other => new Meaning(other, sides.Length > 1)));
        }
    }

    /// <summary>A phrase of two words is also found written as one.</summary>
    private static IEnumerable<(string[] Phrase, string Key)> Keys(string[] phrase) =>
        phrase.Length == 2 ? [(phrase, KeyOf(phrase)), (phrase, KeyOf([phrase[0] + phrase[1]]))] : [(phrase, KeyOf(phrase))];

    private static List<string[]> PhrasesOf(string side) =>
        [.. side.Split(',').Select(phrase => Word.In(phrase).Select(word => word.Text).ToArray()).Where(phrase => phrase.Length is > 0 and <= MaxPhrase)];

    /// <summary>Words that mean the same, or, when broader, only what the asked-for words are about.</summary>
    public sealed record Meaning(string[] Words, bool IsBroader);
}
