using UngPortal.Features.Safety.Weighing;
using UngPortal.Kernel;

namespace UngPortal.Features.Safety.Detecting;

/// <summary>All word lists and patterns of a folder: <c>words.txt</c> holds the lists, each other file but the model's the patterns of the group that it is named after.</summary>
internal sealed class PatternBook
{
    private const string WordFile = "words.txt";
    private const string ThirdParty = "third-party";

    private static readonly HashSet<string> NoGroups = new(StringComparer.Ordinal) { WordFile, Meanings.File, SignWeights.File };

    private readonly Vocabulary vocabulary = new(inflects: false);
    private readonly CommonLists common;
    private readonly List<PatternRule> harmless;
    private readonly List<PatternRule> rules;

    public PatternBook(IReadOnlyDictionary<string, IReadOnlyList<string>> files)
    {
        var start = new PatternLine(WordFile, 1, "");
        var lists = WordLists.Read(PatternLine.In(WordFile, files.GetValueOrDefault(WordFile) ?? throw start.Fault("the file is missing")));
        var writing = new PhraseWriting(lists, vocabulary);
        vocabulary.English.UnionWith(lists.Of("engelsk", start).Select(entry => entry.Text));
        vocabulary.Norwegian.UnionWith(lists.Of("norsk", start).Select(entry => entry.Text));
        writing.Named("vanlige", start);
        common = new CommonLists(writing, lists, start);
        var reader = new PatternFile(writing, common);
        var all = files.Where(file => !NoGroups.Contains(file.Key)).OrderBy(file => file.Key, StringComparer.Ordinal)
            .SelectMany(file => reader.Read(Path.GetFileNameWithoutExtension(file.Key), PatternLine.In(file.Key, file.Value))).ToList();
        harmless = all.FindAll(rule => rule.Kind == PatternKind.Harmless);
        rules = all.FindAll(rule => rule.Kind != PatternKind.Harmless);
    }

    public int Count => rules.Count + harmless.Count;

    /// <summary>Adds what the words show to the findings.</summary>
    public void Assess(IReadOnlyList<TextWord> words, Findings findings)
    {
        var text = new ReadText(words, vocabulary);
        var context = new Context(text, common);
        var left = new Marks(words.Count);
        foreach (var rule in harmless)
        {
            left.Add(RuleMatch.Cover(rule, text));
        }

        text.Hide(context.Told.Any() ? left.Or(context.Quoted) : left);
        var weak = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            var (severity, isAboutOther) = RuleMatch.Of(rule, text, context);
            if (rule.Kind == PatternKind.Weak && severity == Severity.Yellow && !weak.Add(rule.Group))
            {
                severity = Severity.Red;
            }

            findings.Add(rule, isAboutOther ? ThirdParty : rule.Group, severity);
        }
    }
}
