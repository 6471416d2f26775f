namespace UngPortal.Features.SelfHelpTools;

/// <summary>What a reader is told of a tool at one moment.</summary>
public enum ToolStanding
{
    /// <summary>Nobody here has assessed it, ever.</summary>
    NotAssessed = 1,
    Assured = 2,

    /// <summary>It was assured once; what was checked may hold no longer.</summary>
    Lapsed = 3,
}
