namespace UngPortal.Features.Accounts.External;

/// <summary>Why somebody who came from a provider was not let in.</summary>
public enum ExternalRefusal
{
    /// <summary>Nobody here has that link or that checked address.</summary>
    Unknown = 1,

    /// <summary>Access is closed, or unused for too long.</summary>
    Closed = 2,

    /// <summary>The organisation has no agreement today.</summary>
    NoAgreement = 3,

    /// <summary>The person has no role in the organisation the provider names.</summary>
    OtherOrganisation = 4,

    /// <summary>The provider was not sure enough who it is.</summary>
    Level = 5,

    /// <summary>The token was made out to somebody else.</summary>
    Audience = 6,

    /// <summary>The answer belongs to no sign-in of this browser, or has been used.</summary>
    Stale = 7,

    /// <summary>The provider does not answer.</summary>
    Away = 8,

    /// <summary>Anything else that makes the answer unfit.</summary>
    Failed = 9,
}
