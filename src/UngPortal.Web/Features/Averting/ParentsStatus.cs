namespace UngPortal.Features.Averting;

/// <summary>Whether parents know of a case. Source: product/safety.md: they are not informed without clearance.</summary>
public enum ParentsStatus
{
    NotToBeInformed = 1,

    /// <summary>Two people agree that they may be told.</summary>
    Cleared = 2,
    Informed = 3,
}
