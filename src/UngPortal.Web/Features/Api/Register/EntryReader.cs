using Microsoft.EntityFrameworkCore;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Api.Register;

/// <summary>Reads what listed services are found by.</summary>
internal sealed class EntryReader(PortalDbContext db, TermBook terms)
{
    /// <summary>The entries of some services, or of all, in the register's order.</summary>
    /// <param name="slugs">Whose; null for all.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<RegisterEntry>> ReadAsync(IReadOnlyCollection<string>? slugs, CancellationToken cancellationToken)
    {
        var wanted = db.Services.AsNoTracking().Where(service => service.State == ServiceState.Listed && (slugs == null || slugs.Contains(service.Slug)));
        var rows = await wanted.OrderBy(service => service.Kind).ThenBy(service => service.Position).ThenBy(service => service.Id)
            .Select(service => new EntryMaker.Row(service.Id, service.Position, service.Slug, service.Kind, service.Type, service.Municipality, service.Topics, service.Languages, service.Told, service.Name, service.Description, service.Website, service.RunBy, service.Assured, service.TakenIn)).ToListAsync(cancellationToken);
        int[]? ids = slugs is null ? null : [.. rows.Select(row => row.Id)];
        var channels = (await db.Set<ServiceChannel>().AsNoTracking().Where(channel => ids == null || ids.Contains(channel.ServiceId)).OrderBy(channel => channel.ServiceId).ThenBy(channel => channel.Position)
            .Select(channel => new { channel.ServiceId, channel.Kind, channel.Address, channel.Hours }).ToListAsync(cancellationToken)).ToLookup(channel => channel.ServiceId, channel => new ServicePlace.Channel(channel.Kind, channel.Address, channel.Hours));
        var areas = (await db.Set<ServiceArea>().AsNoTracking().Where(area => ids == null || ids.Contains(area.ServiceId)).OrderBy(area => area.ServiceId).ToListAsync(cancellationToken)).ToLookup(area => area.ServiceId, area => area.Municipality);
        var points = await db.ServiceLocations.AsNoTracking().Where(location => ids == null || ids.Contains(location.ServiceId)).Select(location => new { location.ServiceId, location.Latitude, location.Longitude })
            .ToDictionaryAsync(location => location.ServiceId, location => new GeoPoint(location.Latitude, location.Longitude), cancellationToken);
        var maker = new EntryMaker(terms);
        return [.. rows.Select(row => maker.Make(row, [.. channels[row.Id]], [.. areas[row.Id]], points.TryGetValue(row.Id, out var point) ? point : null))];
    }
}
