namespace UngPortal.Features.Safety.Detecting;

/// <summary>A text whose words have been looked up: for each choice of words, where one of them stands.</summary>
internal sealed class ReadText
{
    private readonly Marks?[] places;
    private readonly bool?[] lists;
    private Marks hidden;

    public ReadText(IReadOnlyList<TextWord> words, Vocabulary vocabulary)
    {
        Words = words;
        places = new Marks?[vocabulary.Choices];
        lists = new bool?[vocabulary.Lists];
        Everywhere = Marks.All(words.Count);
        hidden = new Marks(words.Count);
        Inner = new Marks(words.Count);
        ClauseInner = new Marks(words.Count);
        var isEnglish = vocabulary.IsEnglish(words);
        var lookUp = new LookUp(vocabulary, !isEnglish && !words.Any(word => word.IsNordic));
        for (var i = 0; i < words.Count; i++)
        {
            var at = i;
            // In Norwegian "i" is "in".
            lookUp.Find(isEnglish && words[i].Text == "i" ? "jeg" : words[i].Text, choice => (places[choice] ??= new Marks(words.Count)).Set(at));
            lookUp.FindJoined(words, i, choice =>
            {
                (places[choice] ??= new Marks(words.Count)).Set(at);
                places[choice]!.Set(at + 1);
            });
            if (!words[i].BeginsSentence)
            {
                Inner.Set(i);
            }

            if (!words[i].BeginsClause)
            {
                ClauseInner.Set(i);
            }
        }
    }

    public IReadOnlyList<TextWord> Words { get; }

    public Marks Everywhere { get; }

    /// <summary>Words that don't begin a sentence.</summary>
    public Marks Inner { get; }

    /// <summary>Words that don't begin a part of a sentence.</summary>
    public Marks ClauseInner { get; }

    public bool Has(int choice) => places[choice] is not null;

    public Marks Of(int choice) => places[choice] is { } marks ? marks.Without(hidden) : new Marks(Words.Count);

    public bool MayHold(int list, IReadOnlyList<Phrase> entries) => lists[list] ??= entries.Any(entry => entry.MayStandIn(this));

    /// <summary>No phrase finds these words any more.</summary>
    public void Hide(Marks words) => hidden = hidden.Or(words);

    /// <summary>Where the next step may stand: right after, or after up to so many words that are bridges.</summary>
    public Marks After(Marks ends, int gap, Marks? bridges)
    {
        var next = ends.Later().And(Inner);
        var all = next;
        for (var i = 0; i < gap; i++)
        {
            next = (bridges is null ? next : next.And(bridges)).Later().And(Inner);
            all = all.Or(next);
        }

        return all;
    }

    /// <summary>All words of the sentences in which a mark stands.</summary>
    public Marks SentencesOf(Marks marks)
    {
        var whole = new Marks(Words.Count);
        for (var (from, to) = (0, 0); from < Words.Count; from = to)
        {
            var isMarked = marks[from];
            for (to = from + 1; to < Words.Count && Inner[to]; to++)
            {
                isMarked |= marks[to];
            }

            for (var i = from; isMarked && i < to; i++)
            {
                whole.Set(i);
            }
        }

        return whole;
    }

    public Marks Before(Marks starts, int gap)
    {
        var previous = starts.And(Inner).Earlier();
        var all = previous;
        for (var i = 0; i < gap; i++)
        {
            previous = previous.And(Inner).Earlier();
            all = all.Or(previous);
        }

        return all;
    }
}
