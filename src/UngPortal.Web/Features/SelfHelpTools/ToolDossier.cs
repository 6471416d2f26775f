namespace UngPortal.Features.SelfHelpTools;

/// <summary>A tool with its latest certification and what that is scored by.</summary>
/// <param name="Tool">The tool, tracked.</param>
/// <param name="Certification">The latest, with both halves; null before the first.</param>
/// <param name="Criteria">The version that the certification uses; null without one.</param>
public sealed record ToolDossier(Tool Tool, Certification? Certification, CriteriaVersion? Criteria)
{
    /// <summary>The certification that goes on now; null when the latest has ended.</summary>
    public Certification? Open => Certification is { Outcome: null } ? Certification : null;
}
