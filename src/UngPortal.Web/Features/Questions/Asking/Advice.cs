using UngPortal.Features.Questions.PersonalData;
using UngPortal.Features.Safety;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Asking;

/// <summary>What the form says about a text that is being written: never a refusal.</summary>
public sealed record Advice(bool IsRed, IReadOnlyList<PersonalDataKind> Kinds)
{
    public static Advice On(string text, CrisisDetector detector) => text.Length == 0 ? new(false, []) : new(
        detector.Assess(text).Severity == Severity.Red,
        [.. PersonalDataGuard.Find(text).Select(finding => finding.Kind).Where(kind => kind != PersonalDataKind.Place).Distinct().Order()]);
}
