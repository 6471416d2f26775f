namespace UngPortal.Features.Publishing;

/// <summary>What can be done with a draft.</summary>
public enum DraftStep
{
    Write = 1,
    Submit = 2,
    ApproveAsEditor = 3,
    ApproveAsProfessional = 4,
    ApproveAsSafeguarding = 5,
    SendBack = 6,
    Schedule = 7,
    Unschedule = 8,
    Publish = 9,
    Discard = 10,
}
