using System.Text;
using UngPortal.Features.Safety.Detecting;
using UngPortal.Features.Safety.Weighing;
using UngPortal.Kernel;

namespace UngPortal.Features.Safety;

/// <summary>Reads what somebody wrote and says how urgent it seems. It keeps and logs nothing; a human decides.</summary>
public sealed class CrisisDetector
{
    // Long texts are read in windows, so that none needs more memory or time for each word than a short one.
    private const int Window = 2_000;
    private const int Overlap = 60;

    private readonly PatternBook patterns;
    private readonly SignModel? model;

    private CrisisDetector(PatternBook patterns, SignModel? model) => (this.patterns, this.model) = (patterns, model);

    private static readonly string[] OfSelf = ["suicidal", "self-harm"];

    public int Count => patterns.Count;

    /// <summary>Reads the folder's pattern files and its model; a <see cref="FormatException"/> names the file and the line that can't be read.</summary>
    public static CrisisDetector Load(string folder) => Of(Directory.EnumerateFiles(folder, "*.txt")
        .ToDictionary(file => Path.GetFileName(file), file => (IReadOnlyList<string>)File.ReadAllLines(file, Encoding.UTF8), StringComparer.Ordinal));

    /// <summary>The same of texts by file name. Without a model the rules alone decide.</summary>
    public static CrisisDetector Of(IReadOnlyDictionary<string, IReadOnlyList<string>> files) => new(new PatternBook(files), SignModel.Of(files));

    public CrisisSigns Assess(string text)
    {
        var words = TextReading.WordsOf(text);
        var findings = FindingsIn(words);
        var reasons = findings.Groups.OrderByDescending(finding => finding.Value).ThenBy(finding => finding.Key, StringComparer.Ordinal).Select(finding => finding.Key);
        var isRed = model is null || findings.RedRules.Any(rule => IsOfSelf(rule) && !model.Doubts(rule)) ? findings.Severity == Severity.Red : model.IsRed(words, findings);
        if (isRed == (findings.Severity == Severity.Red))
        {
            return findings.Groups.Count == 0 ? CrisisSigns.None : new CrisisSigns(findings.Severity, [.. reasons]);
        }

        // A sign that only the rules see is still worth a look.
        return findings.Severity == Severity.Red ? new CrisisSigns(Severity.Yellow, [.. reasons]) : new CrisisSigns(Severity.Red, [CrisisSigns.Model, .. reasons]);
    }

    /// <summary>Whether it tells of harm to self: where such a rule says so in plain words, no figure takes it back, unless it was met in too many harmless texts.</summary>
    internal static bool IsOfSelf(PatternRule rule) => OfSelf.Contains(rule.Group);

    /// <summary>What the rules find, which the model is trained to weigh.</summary>
    internal Findings FindingsIn(List<TextWord> words)
    {
        var findings = new Findings();
        for (var from = 0; from < words.Count; from += Window - Overlap)
        {
            patterns.Assess(words.Count <= Window ? words : words.GetRange(from, Math.Min(Window, words.Count - from)), findings);
            if (from + Window >= words.Count)
            {
                break;
            }
        }

        return findings;
    }
}
