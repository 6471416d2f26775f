using UngPortal.Features.Questions.PersonalData;
using UngPortal.Features.Safety;
using UngPortal.Features.Search;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Asking;

/// <summary>What the form says about a text that is being written: never a refusal.</summary>
public sealed record Advice(Severity Severity, IReadOnlyList<PersonalDataKind> Kinds)
{
    public bool IsRed => Severity == Severity.Red;

    /// <summary>The page shows help already, for what was written before: it is not shown twice.</summary>
    public bool HasPanel { get; init; }

    /// <summary>What might answer it already; nobody in distress is sent off to read.</summary>
    public IReadOnlyList<NearText> Similar { get; init; } = [];

    public static Advice On(string text, CrisisDetector detector) => text.Length == 0 ? new(Severity.Green, []) : new(
        detector.Assess(text).Severity,
        [.. PersonalDataGuard.Find(text).Select(finding => finding.Kind).Where(kind => kind != PersonalDataKind.Place).Distinct().Order()]);

    public Advice With(SimilarReads reads, string text, Language language) => IsRed ? this : this with { Similar = reads.To(text, language) };
}
