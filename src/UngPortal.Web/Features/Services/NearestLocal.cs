using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using UngPortal.Features.Places;
using UngPortal.Features.Services.Finding;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services;

/// <summary>The few places near somebody that are suggested to them. What a place hasn't told is no reason to leave it out.</summary>
public sealed class NearestLocal(NearbyServices nearby, PortalDbContext db)
{
    // Nobody goes there with what can wait.
    private static readonly string[] ForNowOnly = ["legevakt", "barnevernvakt"];

    /// <summary>Their cards with how far away they are. Those a day's journey away come only where there is none within reach. First the open ones, those that have told of the topic, and the nearest; within the same kilometre the types in their own order, the youth clinics first.</summary>
    public async Task<IReadOnlyList<ServiceCard>> CardsAsync(Wish wish, int most, Language language, CancellationToken cancellationToken)
    {
        var (place, filter) = (wish.Place, new FinderFilter(null, wish.Age, false, false) { Also = wish.Fits });
        var nearest = await nearby.NearestAsync(place.Point, place.Municipality?.Number, filter, cancellationToken);
        var serving = place.Municipality is { } own ? await nearby.ServingAsync(own.Number, place.Point, nearest, filter, cancellationToken) : [];
        var types = await db.ServiceTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, cancellationToken);
        var now = db.Time.GetUtcNow().ToInstant();
        List<ServiceCard> cards =
        [
            .. nearest.Concat(serving)
                .Select(near => (near.Service, Card: LocalCards.Of(near.Service, types.GetValueOrDefault(near.Service.Type ?? ""), language, now) with { Kilometres = near.Kilometres }))
                .OrderBy(near => near.Card.IsFar).ThenBy(near => !near.Card.IsOpen).ThenBy(near => near.Service.Topics.Length == 0).ThenBy(near => Math.Floor(near.Card.Kilometres ?? Distances.Far))
                .ThenBy(near => types.GetValueOrDefault(near.Service.Type ?? "")?.Position ?? int.MaxValue).ThenBy(near => near.Card.Kilometres)
                .Select(near => near.Card),
        ];
        return [.. cards.Where(card => card.IsFar == cards[0].IsFar).Take(most)];
    }

    /// <summary>What somebody wants of a place.</summary>
    /// <param name="Place">Where they are.</param>
    /// <param name="Age">How old they are; null when they don't say.</param>
    /// <param name="Topic">What it is about; null when they can't say.</param>
    /// <param name="Tree">The tree the topic stands in.</param>
    /// <param name="CanWait">Whether it can wait.</param>
    public sealed record Wish(Place Place, AgeBand? Age, Topic? Topic, TopicTree Tree, bool CanWait)
    {
        internal bool Fits(Service service) =>
            !(CanWait && ForNowOnly.Contains(service.Type))
            && (Topic is null || service.Topics.Length == 0 || service.Topics.Any(slug => Tree.Find(slug) is { } own && own.IsWithin(Topic)));
    }
}
