namespace UngPortal.Features.Safety.Detecting;

/// <summary>Phrases without groups, denial or subject: the reader of a result list is shown help rather once too often.</summary>
internal sealed class QueryPhrases
{
    private const int MaxWords = 200;
    private const int MaxLength = 4_000;

    private readonly Vocabulary vocabulary = new(inflects: true);
    private readonly List<PatternRule> terms = [];
    private readonly List<PatternRule> harmless = [];

    public QueryPhrases(IEnumerable<PatternLine> lines)
    {
        var writing = new PhraseWriting(WordLists.Read([]), vocabulary);
        foreach (var line in lines)
        {
            var isHarmless = line.Text[0] == '!';
            var text = line.Text.TrimStart('!', '&').Trim();
            var phrases = text.TrimStart('^').Split('+').Select(part => writing.Read(line, isHarmless ? AsWritten(part) : part)).ToList();
            (isHarmless ? harmless : terms).Add(new PatternRule(line, "", isHarmless ? PatternKind.Harmless : PatternKind.Sign, phrases, text.StartsWith('^')));
        }
    }

    public int Count => terms.Count;

    public bool StandIn(string text) =>
        StandIn(TextReading.WordsOf(text[..Math.Min(text.Length, MaxLength)]).Take(MaxWords).Select((word, i) => word with { BeginsSentence = i == 0, BeginsClause = i == 0 }).ToList());

    /// <summary>The same of a whole text; a phrase keeps within its sentence.</summary>
    public bool StandAnywhereIn(string text) => StandIn(TextReading.WordsOf(text));

    private bool StandIn(List<TextWord> words)
    {
        if (words.Count == 0)
        {
            return false;
        }

        var read = new ReadText(words, vocabulary);
        var left = new Marks(words.Count);
        harmless.ForEach(phrase => left.Add(RuleMatch.Cover(phrase, read)));
        read.Hide(left);
        return terms.Exists(term => RuleMatch.StandsIn(term, read));
    }

    private static string AsWritten(string phrase) =>
        string.Join(' ', phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(token => token == ".." ? token : string.Join('|', token.Split('|').Select(word => $"={word.TrimStart('=')}"))));
}
