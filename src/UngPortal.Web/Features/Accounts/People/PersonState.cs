namespace UngPortal.Features.Accounts.People;

/// <summary>Whether a person can sign in, and if not, why.</summary>
public enum PersonState
{
    Active = 1,
    Disabled = 2,
    Unused = 3,
}
