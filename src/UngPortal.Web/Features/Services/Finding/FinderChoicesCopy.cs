using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Services.Finding;

/// <summary>This node's copy of what can be asked for; read anew when services have changed.</summary>
public sealed class FinderChoicesCopy(IServiceScopeFactory scopes) : KeptCopy<FinderChoices>(scopes, ServicesChanged.Kind)
{
    public ValueTask<FinderChoices> ReadAsync(CancellationToken cancellationToken) => CurrentAsync(cancellationToken);

    protected override async Task<FinderChoices> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var told = await db.Services.AsNoTracking()
            .Where(service => service.Kind == ServiceKind.Local && service.State == ServiceState.Listed && (service.Topics.Any() || service.Languages.Any() || service.Told.Any()))
            .Select(service => new { service.Id, service.Topics, service.Languages, service.Told, Latitude = (double?)service.Location!.Latitude, Longitude = (double?)service.Location.Longitude }).ToListAsync(cancellationToken);
        var places = new ToldPlaces();
        foreach (var one in told.Where(one => one.Latitude is not null))
        {
            places.Add(one.Id, new(one.Latitude!.Value, one.Longitude!.Value), one.Topics, one.Languages, one.Told.Intersect(ToldFacts.Access));
        }

        return new(
            told.SelectMany(one => one.Topics).ToHashSet(StringComparer.Ordinal),
            told.SelectMany(one => one.Languages).ToHashSet(StringComparer.Ordinal),
            told.SelectMany(one => one.Told).Intersect(ToldFacts.Access).ToHashSet(StringComparer.Ordinal),
            places);
    }
}
