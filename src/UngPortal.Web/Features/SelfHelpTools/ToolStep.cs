namespace UngPortal.Features.SelfHelpTools;

/// <summary>What somebody at the desk does with a tool; the panel's decision has a page of its own.</summary>
public enum ToolStep
{
    Screen = 1,
    BeginAssessment = 2,
    SendToPanel = 3,
    SendBack = 4,
    Publish = 5,
    FallDue = 6,
    Suspend = 7,
    LiftSuspension = 8,
    TurnDown = 9,
    Withdraw = 10,
    Reopen = 11,
}
