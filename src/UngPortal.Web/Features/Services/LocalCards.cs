using Microsoft.EntityFrameworkCore;
using NodaTime;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services;

/// <summary>The cards of local services: what they say of themselves is what their type says, unless somebody has written it for just them.</summary>
public static class LocalCards
{
    /// <summary>A service as pages show it at one moment, in one language.</summary>
    public static ServiceCard Of(Service service, ServiceType? type, Language language, Instant now) =>
        ServiceCards.CardOf(HelpNowEntry.Of(service) with { Description = service.Description.Count > 0 ? service.Description : type?.Summary ?? [] }, language, now);

    /// <summary>What its hours don't say: in its own words, or in its type's where nobody knows when one may come. May be empty.</summary>
    public static LocalizedText HoursNoteOf(Service service, ServiceType? type) =>
        service.HoursNote.Count > 0 || service.Channels.Any(channel => channel is { Kind: ChannelKind.Visit, Hours: not null }) ? service.HoursNote : type?.HoursNote ?? [];

    extension(PortalDbContext db)
    {
        /// <summary>A listed local service and its type; null when there is none of the slug.</summary>
        internal async Task<(Service Service, ServiceType? Type)?> LocalAsync(string slug, CancellationToken cancellationToken)
        {
            var service = await db.Services.AsNoTracking().Include(one => one.Channels).Include(one => one.Location).AsSplitQuery()
                .FirstOrDefaultAsync(one => one.Slug == slug && one.Kind == ServiceKind.Local && one.State == ServiceState.Listed, cancellationToken);
            return service is null ? null : (service, await db.ServiceTypes.AsNoTracking().FirstOrDefaultAsync(type => type.Key == service.Type, cancellationToken));
        }
    }
}
