namespace UngPortal.Features.Services;

/// <summary>How fresh a service's facts are. Source: product/services.md, "Upkeep".</summary>
public enum Freshness
{
    Fresh,

    /// <summary>Its assurer is asked again, and editors see it.</summary>
    Due,

    /// <summary>Readers are told how old the facts are.</summary>
    Noted,

    /// <summary>Nobody is told any more that it is open.</summary>
    Stale,
}

/// <summary>The steps that unconfirmed facts go down.</summary>
public static class AssuranceLadder
{
    public const int DueDays = 90;
    public const int NotedDays = 120;
    public const int StaleDays = 150;

    /// <summary>
    /// Where facts stand that were last held against their source on one day, of a service that this site took in on another. What it says of being open
    /// is taken away when this site, too, has had it for that long: nobody was asked before. Emergency numbers keep their claim whatever their age.
    /// </summary>
    public static Freshness On(DateOnly today, ServiceKind kind, DateOnly assured, DateOnly? takenIn) =>
        StaleFrom(kind, assured, takenIn) <= today ? Freshness.Stale
        : assured <= today.AddDays(-NotedDays) ? Freshness.Noted
        : assured <= today.AddDays(-DueDays) ? Freshness.Due
        : Freshness.Fresh;

    /// <summary>The day from which nobody is told any more that it is open; null for those that keep their claim.</summary>
    public static DateOnly? StaleFrom(ServiceKind kind, DateOnly assured, DateOnly? takenIn) =>
        kind == ServiceKind.Emergency ? null : (takenIn > assured ? takenIn.Value : assured).AddDays(StaleDays);
}
