namespace UngPortal.Features.Search.Engine;

/// <summary>
/// Words that mean somebody may be in danger. A line is a phrase whose words stand together, or, with +, words anywhere in the query.
/// Words of seven letters or more also match with one typo. A line that begins with ! is a harmless phrase, left out before anything is matched.
/// Lines that begin with # are comments.
/// </summary>
public sealed class CrisisTerms
{
    private const int TypoFrom = 7;

    private readonly List<Term> terms = [];
    private readonly List<string[]> harmless = [];

    private CrisisTerms()
    {
    }

    public int Count => terms.Count;

    public static CrisisTerms Parse(IEnumerable<string> lines)
    {
        var list = new CrisisTerms();
        foreach (var line in lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var words = Word.In(line).Select(Form.Of).ToArray();
            if (line[0] == '!' && words.Length > 0)
            {
                list.harmless.Add([.. words.Select(word => word.Folded)]);
            }
            else if (words.Length > 0)
            {
                list.terms.Add(new Term(words, line.Contains('+', StringComparison.Ordinal)));
            }
        }

        return list;
    }

    public bool Match(string text) => Match(Word.In(text, limit: 200));

    internal bool Match(IReadOnlyList<Word> words)
    {
        var forms = words.Select(Form.Of).ToList();
        harmless.ForEach(phrase => LeaveOut(forms, phrase));
        var joined = words.Zip(words.Skip(1), (a, b) => Form.Of(a.Text + b.Text)).ToList();
        return terms.Exists(term => term.StandsIn(forms) || (term.Words.Length == 1 && joined.Exists(form => form.Is(term.Words[0]))));
    }

    private static void LeaveOut(List<Form> forms, string[] phrase)
    {
        for (var start = forms.Count - phrase.Length; start >= 0; start--)
        {
            if (forms.Skip(start).Take(phrase.Length).Select(form => form.Folded).SequenceEqual(phrase))
            {
                forms.RemoveRange(start, phrase.Length);
            }
        }
    }

    private readonly record struct Form(string Folded, string Stem)
    {
        public static Form Of(Word word) => Of(word.Text);

        public static Form Of(string word) => new(Word.Fold(word), Word.Fold(WordStem.Of(word, "nb")));

        public bool Is(Form term) =>
            Folded == term.Folded || Stem == term.Stem
            || (term.Folded.Length >= TypoFrom && Math.Abs(term.Folded.Length - Folded.Length) <= 1 && Typos.Between(Folded, term.Folded) <= 1);
    }

    private sealed record Term(Form[] Words, bool Anywhere)
    {
        public bool StandsIn(List<Form> forms) => Anywhere
            ? Words.All(word => forms.Exists(form => form.Is(word)))
            : Enumerable.Range(0, Math.Max(0, forms.Count - Words.Length + 1)).Any(start => !Words.Where((word, i) => !forms[start + i].Is(word)).Any());
    }
}
