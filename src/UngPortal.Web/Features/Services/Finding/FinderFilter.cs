using System.Linq.Expressions;
using NodaTime;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Finding;

/// <summary>What somebody wants of a service near them.</summary>
public sealed record FinderFilter(string? Type, AgeBand? Age, bool IsOpenNow, bool IsDropIn)
{
    /// <summary>The topic that it is to be about, and the same with all below it.</summary>
    public string? Topic { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    public string? Language { get; init; }

    /// <summary>One of <see cref="ToldFacts.Access"/>.</summary>
    public string? Access { get; init; }

    /// <summary>What else must hold, that the database can't answer.</summary>
    public Func<Service, bool>? Also { get; init; }

    /// <summary>Whether it asks for what only some have told.</summary>
    public bool AsksForTold => (Topic, Language, Access) != (null, null, null);

    public FinderFilter WithoutTold => this with { Topic = null, Topics = [], Language = null, Access = null };

    /// <summary>The part that the database can answer. Whoever asks for the open ones gets none whose facts are stale: nobody knows when those are open.</summary>
    public Expression<Func<Service, bool>> Listed(Instant now)
    {
        var stale = OsloTime.DayOf(now.ToDateTimeUtc()).AddDays(-AssuranceLadder.StaleDays);
        var (youngest, oldest) = (Age?.From ?? 0, Age?.To ?? int.MaxValue);
        return service => service.Kind == ServiceKind.Local && service.State == ServiceState.Listed
            && (Type == null || service.Type == Type) && (!IsDropIn || service.IsDropIn)
            && (Language == null || service.Languages.Any(code => code == Language)) && (Access == null || service.Told.Any(fact => fact == Access))
            && (Topic == null || service.Topics.Any(slug => Topics.Contains(slug)))
            && (!IsOpenNow || service.Assured > stale || service.TakenIn > stale)
            && (Age == null || ((service.AgeFrom ?? 0) <= oldest && (service.AgeTo ?? int.MaxValue) >= youngest));
    }

    /// <summary>The rest, for those that were read.</summary>
    public bool Takes(Service service, Instant now) => Also?.Invoke(service) != false && (!IsOpenNow || service.Channels.Any(channel => service.StateOf(channel, now).IsOpen));
}
