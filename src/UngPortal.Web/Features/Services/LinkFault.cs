namespace UngPortal.Features.Services;

/// <summary>What the nightly check found wrong with how a service can be reached.</summary>
public enum LinkFault
{
    /// <summary>A page is not there any more.</summary>
    Gone = 1,

    /// <summary>A site didn't answer, several nights on end.</summary>
    Unreachable = 2,

    /// <summary>A link leads to where it can't be opened safely.</summary>
    Unsafe = 3,

    /// <summary>A phone number has no number's form.</summary>
    BadNumber = 4,
}
