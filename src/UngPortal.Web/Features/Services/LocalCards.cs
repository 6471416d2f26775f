using Microsoft.EntityFrameworkCore;
using NodaTime;
using UngPortal.Features.Places;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services;

/// <summary>The cards of local services: what they say of themselves is what their type says, unless somebody has written it for just them.</summary>
public static class LocalCards
{
    /// <summary>A service as pages show it at one moment, in one language.</summary>
    public static ServiceCard Of(Service service, ServiceType? type, Language language, Instant now) =>
        ServiceCards.CardOf(HelpNowEntry.Of(service) with { Description = service.Description.Count > 0 ? service.Description : type?.Summary ?? [] }, language, now) with
        {
            Town = service.Municipality is { } number ? PlaceBook.Norway.MunicipalityOf(number)?.Name : null,
        };

    /// <summary>What its hours don't say: in its own words, or in its type's where nobody knows when one may come. May be empty.</summary>
    public static LocalizedText HoursNoteOf(Service service, ServiceType? type) =>
        service.HoursNote.Count > 0 || service.Channels.Any(channel => channel is { Kind: ChannelKind.Visit, Hours: not null }) ? service.HoursNote : type?.HoursNote ?? [];

    extension(PortalDbContext db)
    {
        /// <summary>The cards of the listed local services of the slugs, in no order.</summary>
        internal async Task<IReadOnlyList<ServiceCard>> LocalCardsAsync(IReadOnlyCollection<string> slugs, Language language, Instant now, CancellationToken cancellationToken)
        {
            var found = await db.Services.AsNoTracking().Include(one => one.Channels)
                .Where(one => slugs.Contains(one.Slug) && one.Kind == ServiceKind.Local && one.State == ServiceState.Listed).ToListAsync(cancellationToken);
            var keys = found.Select(one => one.Type).Distinct().ToList();
            var types = await db.ServiceTypes.AsNoTracking().Where(type => keys.Contains(type.Key)).ToDictionaryAsync(type => type.Key, cancellationToken);
            return found.ConvertAll(one => Of(one, types.GetValueOrDefault(one.Type ?? ""), language, now));
        }

        /// <summary>A listed local service and its type; null when there is none of the slug.</summary>
        internal async Task<(Service Service, ServiceType? Type)?> LocalAsync(string slug, CancellationToken cancellationToken)
        {
            var service = await db.Services.AsNoTracking().Include(one => one.Channels).Include(one => one.Location).AsSplitQuery()
                .FirstOrDefaultAsync(one => one.Slug == slug && one.Kind == ServiceKind.Local && one.State == ServiceState.Listed, cancellationToken);
            return service is null ? null : (service, await db.ServiceTypes.AsNoTracking().FirstOrDefaultAsync(type => type.Key == service.Type, cancellationToken));
        }
    }
}
