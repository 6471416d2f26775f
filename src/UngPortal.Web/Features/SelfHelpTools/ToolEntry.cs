namespace UngPortal.Features.SelfHelpTools;

/// <summary>A tool that readers see, as the site keeps it in memory; whether it has a badge is asked of the clock each time.</summary>
public sealed record ToolEntry(int Id, string Slug, ToolFacts Facts, ToolApproval? Approval, DateTime? BadgeUntil, DateTime ChangedAt)
{
    /// <summary>What it looks like, in order; what has left the media library is not among them.</summary>
    public IReadOnlyList<ToolPicture> Pictures { get; init; } = [];

    /// <summary>What the badge stands on at the moment; null when there is none.</summary>
    public ToolApproval? BadgeAt(DateTime now) => BadgeUntil > now ? Approval : null;

    public ToolStanding StandingAt(DateTime now) => BadgeAt(now) is not null ? ToolStanding.Assured : Approval is null ? ToolStanding.NotAssessed : ToolStanding.Lapsed;
}
