namespace UngPortal.Features.SelfHelpTools;

public enum CertificationOutcome
{
    Approved = 1,
    Rejected = 2,

    /// <summary>Ended without a decision, to be begun anew.</summary>
    SentBack = 3,
}
