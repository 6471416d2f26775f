using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Finding;

/// <summary>Finds the nearest services: in a small box around the point first, and in larger ones until there are enough, so that the index on coordinates is read no further than need be.</summary>
public sealed class NearbyServices(PortalDbContext db, FinderChoicesCopy told)
{
    /// <summary>How many are shown at most.</summary>
    public const int Wanted = 20;

    /// <summary>How many are shown at least, be they never so far away.</summary>
    public const int AtLeast = 3;

    /// <summary>How far away the others may be, in kilometres.</summary>
    public const double Reach = 100;

    // In kilometres; the last one reaches from any place in Norway to any other.
    private static readonly double[] Radii = [1.5, 6, 25, Reach, 400, 3_500];

    // Hours can't be asked of the database: so many are read at once to find those that are open, and so many in all.
    private const int Batch = 2 * Wanted;
    private const int MostRead = 25 * Batch;

    /// <summary>The nearest that fit, from the nearest on.</summary>
    public async Task<IReadOnlyList<Nearby>> NearestAsync(GeoPoint from, string? municipality, FinderFilter filter, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().ToInstant();
        var (found, seen) = (new List<Nearby>(), new HashSet<int>());
        var few = filter.AsksForTold ? (await told.ReadAsync(cancellationToken)).Places.FewWith(filter) : null;
        foreach (var radius in Radii)
        {
            var around = few is null ? await AroundAsync(from, radius, filter, now, cancellationToken) : await AroundAsync(few, from, radius, filter, now, cancellationToken);
            foreach (var batch in around.Where(one => !seen.Contains(one.Id)).OrderBy(one => one.Kilometres).ThenBy(one => one.Id).Chunk(Batch))
            {
                seen.UnionWith(batch.Select(one => one.Id));
                var services = (await ReadAsync([.. batch.Select(one => one.Id)], cancellationToken)).ToDictionary(service => service.Id);
                found.AddRange(batch.Where(one => filter.Takes(services[one.Id], now)).Select(one => new Nearby(services[one.Id], one.Kilometres, Serves(services[one.Id], municipality))));
                if (found.Count >= Wanted || seen.Count >= MostRead)
                {
                    return Kept(found);
                }
            }

            if (radius >= Reach && found.Count >= AtLeast)
            {
                break;
            }
        }

        return Kept(found);
    }

    /// <summary>Those that are for the people of the municipality and aren't among the nearest, by name.</summary>
    public async Task<IReadOnlyList<Nearby>> ServingAsync(string municipality, GeoPoint from, IReadOnlyList<Nearby> nearest, FinderFilter filter, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().ToInstant();
        var ids = await db.Set<ServiceArea>().Where(area => area.Municipality == municipality).OrderBy(area => area.ServiceId)
            .Join(db.Services.Where(filter.Listed(now)), area => area.ServiceId, service => service.Id, (area, _) => area.ServiceId).Take(Wanted + nearest.Count).ToListAsync(cancellationToken);
        var others = await ReadAsync([.. ids.Except(nearest.Select(near => near.Service.Id)).Take(Wanted)], cancellationToken);
        return [.. others.Where(service => filter.Takes(service, now)).OrderBy(service => service.Name.In(Language.Bokmal), StringComparer.Ordinal)
            .Select(service => new Nearby(service, service.Location?.Point.KilometresTo(from), true))];
    }

    private static List<Nearby> Kept(List<Nearby> found) => [.. found.Take(Wanted).Where((near, at) => at < AtLeast || near.Kilometres <= Reach)];

    private static bool Serves(Service service, string? municipality) => service.Areas.Any(area => area.Municipality == municipality);

    private async Task<List<(int Id, double Kilometres)>> AroundAsync(GeoPoint from, double radius, FinderFilter filter, Instant now, CancellationToken cancellationToken)
    {
        var (southWest, northEast) = from.Around(radius);
        var (south, west, north, east) = (southWest.Latitude, southWest.Longitude, northEast.Latitude, northEast.Longitude);
        var inBox = await db.ServiceLocations
            .Where(location => location.Latitude >= south && location.Latitude <= north && location.Longitude >= west && location.Longitude <= east)
            .Join(db.Services.Where(filter.Listed(now)), location => location.ServiceId, service => service.Id, (location, _) => new { location.ServiceId, location.Latitude, location.Longitude })
            .ToListAsync(cancellationToken);
        return [.. inBox.Select(one => (one.ServiceId, from.KilometresTo(new(one.Latitude, one.Longitude)))).Where(one => one.Item2 <= radius)];
    }

    private async Task<List<(int Id, double Kilometres)>> AroundAsync(IReadOnlyList<(int Id, GeoPoint Point)> few, GeoPoint from, double radius, FinderFilter filter, Instant now, CancellationToken cancellationToken)
    {
        var inReach = few.Select(one => (one.Id, Kilometres: from.KilometresTo(one.Point))).Where(one => one.Kilometres <= radius).ToList();
        var ids = inReach.Select(one => one.Id).ToList();
        var listed = ids.Count == 0 ? [] : await db.Services.Where(filter.Listed(now)).Where(service => ids.Contains(service.Id)).Select(service => service.Id).ToHashSetAsync(cancellationToken);
        return [.. inReach.Where(one => listed.Contains(one.Id))];
    }

    private async Task<List<Service>> ReadAsync(int[] ids, CancellationToken cancellationToken) => ids.Length == 0 ? [] :
        await db.Services.AsNoTracking().Where(service => ids.Contains(service.Id)).Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().ToListAsync(cancellationToken);
}
