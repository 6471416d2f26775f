namespace UngPortal.Features.Services;

/// <summary>What a service must be to stand in the register. Source: product/services.md, "Listing criteria".</summary>
public enum ListingCriterion
{
    /// <summary>It costs nothing, or says plainly what it costs.</summary>
    Free = 1,

    /// <summary>It suits young people.</summary>
    SuitedToYouth = 2,

    /// <summary>It says what it does with what one tells.</summary>
    PrivacyStated = 3,

    /// <summary>A named body answers for it.</summary>
    NamedBody = 4,

    /// <summary>Its people are trained.</summary>
    TrainedStaff = 5,

    /// <summary>One can complain, and is told how.</summary>
    ComplaintRoute = 6,

    /// <summary>Somebody answers when it says so.</summary>
    KeepsItsHours = 7,
}
