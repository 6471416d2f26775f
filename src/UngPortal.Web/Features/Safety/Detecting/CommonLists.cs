namespace UngPortal.Features.Safety.Detecting;

/// <summary>The lists that the engine itself asks for, by the names that they have in the word file.</summary>
internal sealed class CommonLists
{
    private static readonly string[] WriterLists = ["jeg", "subjekt", "meg", "min", "meg-selv"];

    private readonly HashSet<string> writers;
    private readonly HashSet<string> denials;

    public CommonLists(PhraseWriting writing, WordLists lists, PatternLine asker)
    {
        Step Get(string name) => writing.Named(name, asker);
        HashSet<string> Words(IEnumerable<string> names) => names.SelectMany(name => lists.Of(name, asker).Select(entry => entry.Text).Append($"{{{name}}}")).ToHashSet(StringComparer.Ordinal);
        writers = Words(WriterLists);
        denials = Words(["ikke", "ikke-lenger"]);
        Writer = Get("subjekt");
        WriterAsObject = Get("meg");
        Others = Get("andre");
        OtherSubjects = Get("hanhun");
        Denial = Get("ikke");
        DenialBridge = Get("fyll");
        NoDenial = Get("ikke-bare");
        Told = Get("fortelling");
        And = Get("og");
        Who = Get("som");
        Towards = Get("hos");
    }

    /// <summary>Words for the writer as the one who does something.</summary>
    public Step Writer { get; }

    public Step WriterAsObject { get; }

    public Step Others { get; }

    /// <summary>Those of them that are subjects even after a word such as "with".</summary>
    public Step OtherSubjects { get; }

    public Step Denial { get; }

    /// <summary>What may stand between a denial and what it denies.</summary>
    public Step DenialBridge { get; }

    /// <summary>Where a denial denies little: "ikke bare".</summary>
    public Step NoDenial { get; }

    /// <summary>Words of songs, games, films and schoolwork.</summary>
    public Step Told { get; }

    public Step And { get; }

    public Step Who { get; }

    /// <summary>Words before somebody who is not the subject: "hos mamma".</summary>
    public Step Towards { get; }

    /// <summary>Whether a place of the phrase can be nobody but the writer.</summary>
    public bool NameWriter(string phrase) => phrase.Split(' ').Any(token => token.Length > 0 && Array.TrueForAll(token.Split('|'), writers.Contains));

    /// <summary>Whether a denial may be part of the phrase.</summary>
    public bool Deny(string phrase) => phrase.Split(' ', '|', '_').Any(denials.Contains);
}
