namespace UngPortal.Features.SelfHelpTools;

/// <summary>One question of the catalogue of criteria.</summary>
/// <param name="Key">A slug, the same in every version that asks the same.</param>
/// <param name="Area">What it is about.</param>
/// <param name="Part">Whose it is to answer.</param>
/// <param name="IsKnockOut">Whether a no alone keeps a tool from being approved.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Evidence">What an answer must build on.</param>
public sealed record Criterion(string Key, QualityArea Area, AssessmentPart Part, bool IsKnockOut, string Question, string Evidence)
{
    public const int QuestionMaxLength = 300;
    public const int EvidenceMaxLength = 500;
}
