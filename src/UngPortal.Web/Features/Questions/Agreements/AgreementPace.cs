namespace UngPortal.Features.Questions.Agreements;

/// <summary>How an organisation's answers keep up with what it has promised for the month.</summary>
public enum AgreementPace
{
    NoPromise = 1,
    Behind = 2,
    OnTrack = 3,
    Ahead = 4,
}
