using UngPortal.Kernel;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>What stands behind a badge; made by a whole certification and nothing else.</summary>
/// <param name="On">The day of the panel's decision.</param>
/// <param name="Release">The version that was looked at; empty for a website without one.</param>
/// <param name="Scores">One for each area.</param>
/// <param name="Conclusion">What was checked and found, in plain words.</param>
public sealed record ToolApproval(DateOnly On, string Release, IReadOnlyList<ToolApproval.Score> Scores, LocalizedText Conclusion)
{
    /// <summary>How long a badge holds.</summary>
    public const int Months = 12;

    public sealed record Score(QualityArea Area, decimal Points);
}
