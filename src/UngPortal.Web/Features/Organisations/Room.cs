namespace UngPortal.Features.Organisations;

/// <summary>Whether an organisation may give one more person access today.</summary>
public enum Room
{
    Free = 1,
    NoAgreement = 2,
    Full = 3,
}
