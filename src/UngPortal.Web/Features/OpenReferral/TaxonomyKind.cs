namespace UngPortal.Features.OpenReferral;

/// <summary>The three ways in which the register sorts services.</summary>
public enum TaxonomyKind
{
    /// <summary>What the portal is about: the topic tree.</summary>
    Topic,

    /// <summary>What a local service is.</summary>
    Type,

    /// <summary>What any service is.</summary>
    Kind,
}
