namespace UngPortal.Features.SelfHelpTools;

/// <summary>Why a tool must be looked at anew.</summary>
public enum ReviewCause
{
    /// <summary>Twelve months are nearly over; the badge holds until they are.</summary>
    Time = 1,
    NewRelease = 2,
    NewOwner = 3,
    NewPrivacyPolicy = 4,
    Complaint = 5,
}
