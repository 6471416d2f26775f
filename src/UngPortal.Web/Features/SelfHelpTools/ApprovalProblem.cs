namespace UngPortal.Features.SelfHelpTools;

/// <summary>Why a tool can't be approved.</summary>
public enum ApprovalProblem
{
    /// <summary>A half lacks its answers or its reviewer.</summary>
    Incomplete = 1,
    KnockedOut = 2,
    NoPanelTest = 3,

    /// <summary>Whoever decides has scored.</summary>
    NotIndependent = 4,

    /// <summary>The tool has another main version than the one that was looked at.</summary>
    OtherRelease = 5,
}
