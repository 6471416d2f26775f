using UngPortal.Platform.Words;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>All words of the patterns, each with the choices that it belongs to. Where it inflects, a word stands for its other forms too.</summary>
internal sealed class Vocabulary(bool inflects)
{
    private const int ShortWord = 3;
    private const int MediumWord = 5;

    // A query is short: what looks like a slip there is more often another word.
    private readonly int typoFrom = inflects ? 7 : 6;
    private readonly Dictionary<string, int> choices = new(StringComparer.Ordinal);

    /// <summary>Words under their plain form, with their doubled letters; = before those that must be spelt just so.</summary>
    public Dictionary<string, List<(string Word, int Choice)>> Exact { get; } = new(StringComparer.Ordinal);

    /// <summary>Short words without their æ, ø or å: "do" is "dø" only where the writer has no such letters.</summary>
    public Dictionary<string, List<(string Word, int Choice)>> Bare { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<int>> Stems { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<int>> Beginnings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<int>> Endings { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that forgive a slip, under themselves and themselves less one letter.</summary>
    public Dictionary<string, List<(string Word, int Choice)>> Slips { get; } = new(StringComparer.Ordinal);

    public int Choices => choices.Count;

    public int Lists { get; private set; }

    public HashSet<string> English { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Norwegian { get; } = new(StringComparer.Ordinal);

    public int NewList() => Lists++;

    public bool IsEnglish(IReadOnlyList<TextWord> words) => words.Count(word => English.Contains(word.Text)) > words.Count(word => Norwegian.Contains(word.Text));

    /// <summary>The number of the choice between these words, written in the language of patterns: =word, word*, word~.</summary>
    public int ChoiceOf(IReadOnlyList<string> written)
    {
        var key = string.Join('|', written);
        if (!choices.TryGetValue(key, out var number))
        {
            choices[key] = number = choices.Count;
            foreach (var word in written)
            {
                Add(word, number);
            }
        }

        return number;
    }

    private static void Put<T>(Dictionary<string, List<T>> into, string key, T value)
    {
        if (!into.TryGetValue(key, out var list))
        {
            into[key] = list = [];
        }

        if (!list.Contains(value))
        {
            list.Add(value);
        }
    }

    private void Add(string written, int choice)
    {
        var word = written.Trim('=', '*', '~').ToLowerInvariant();
        var isOneForm = written[0] == '=';
        foreach (var spelling in new[] { word, Word.Fold(word) }.Distinct())
        {
            var form = Spelling.Plain(spelling);
            if (written[^1] == '*' || written[0] == '*')
            {
                Put(written[0] == '*' ? Endings : Beginnings, form, choice);
                continue;
            }

            Put(form.Length <= MediumWord && spelling != word ? Bare : Exact, form, (isOneForm && !inflects ? $"={spelling}" : spelling, choice));
            if (written[^1] == '~' || (form.Length >= typoFrom && !isOneForm))
            {
                ForgiveSlips(form, choice);
            }
        }

        if (inflects && !isOneForm && written[^1] != '*' && word.Length > ShortWord && Spelling.Stem(word) is var stem)
        {
            Put(Stems, Spelling.Plain(stem), choice);
            Put(Stems, Spelling.Folded(stem), choice);
        }
    }

    private void ForgiveSlips(string form, int choice)
    {
        Put(Slips, form, (form, choice));
        for (var i = 0; i < form.Length; i++)
        {
            Put(Slips, form.Remove(i, 1), (form, choice));
        }
    }

    /// <summary>Slips are rare in the first letter.</summary>
    public static bool IsSlip(string word, string known) =>
        Math.Abs(word.Length - known.Length) <= 1 && word[0] == known[0] && Typos.Between(word, known) <= 1;
}
