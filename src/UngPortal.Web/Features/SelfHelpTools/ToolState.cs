namespace UngPortal.Features.SelfHelpTools;

/// <summary>Where a tool is on its way. Source: product/tools.md, "Assessment".</summary>
public enum ToolState
{
    Proposed = 1,
    Screening = 2,
    Assessment = 3,
    PanelDecision = 4,

    /// <summary>The panel has said yes; the badge waits for somebody to publish it.</summary>
    Approved = 5,
    Published = 6,
    ReviewDue = 7,
    Suspended = 8,

    /// <summary>There is no such tool any more, or its owner wants it off.</summary>
    Withdrawn = 9,
    Rejected = 10,
}
