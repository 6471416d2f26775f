using UngPortal.Features.Safety.Detecting;
using UngPortal.Kernel;

namespace UngPortal.Features.Safety;

/// <summary>Reads what somebody wrote and says how urgent it seems. It keeps and logs nothing; a human decides.</summary>
public sealed class CrisisDetector
{
    // Long texts are read in windows, so that none needs more memory or time for each word than a short one.
    private const int Window = 2_000;
    private const int Overlap = 60;

    private readonly PatternBook patterns;

    private CrisisDetector(PatternBook patterns) => this.patterns = patterns;

    public int Count => patterns.Count;

    /// <summary>Reads the folder's pattern files; a <see cref="FormatException"/> names the file and the line that can't be read.</summary>
    public static CrisisDetector Load(string folder) => new(PatternBook.Load(folder));

    /// <summary>The same of texts by file name.</summary>
    public static CrisisDetector Of(IReadOnlyDictionary<string, IReadOnlyList<string>> files) => new(new PatternBook(files));

    public CrisisSigns Assess(string text)
    {
        var words = TextReading.WordsOf(text);
        var findings = new Dictionary<string, Severity>(StringComparer.Ordinal);
        for (var from = 0; from < words.Count; from += Window - Overlap)
        {
            patterns.Assess(words.Count <= Window ? words : words.GetRange(from, Math.Min(Window, words.Count - from)), findings);
            if (from + Window >= words.Count)
            {
                break;
            }
        }

        return findings.Count == 0 ? CrisisSigns.None
            : new CrisisSigns(findings.Values.Max(), [.. findings.OrderByDescending(finding => finding.Value).ThenBy(finding => finding.Key, StringComparer.Ordinal).Select(finding => finding.Key)]);
    }
}
