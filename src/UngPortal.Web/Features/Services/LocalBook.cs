using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Places;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Services;

/// <summary>This node's copy of the names of local services, for finding one by its name.</summary>
public sealed class LocalBook(IServiceScopeFactory scopes) : KeptCopy<LocalNames>(scopes, ServicesChanged.Kind)
{
    public ValueTask<LocalNames> ReadAsync(CancellationToken cancellationToken) => CurrentAsync(cancellationToken);

    protected override async Task<LocalNames> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var types = await db.ServiceTypes.AsNoTracking().ToDictionaryAsync(type => type.Key, type => type.Name, cancellationToken);
        var found = await db.Services.AsNoTracking().Where(service => service.Kind == ServiceKind.Local && service.State == ServiceState.Listed).OrderBy(service => service.Slug)
            .Select(service => new { service.Slug, service.Name, service.Type, service.Municipality, PostalCode = service.Location == null ? null : service.Location.PostalCode }).ToListAsync(cancellationToken);
        return new LocalNames(
            types,
            found.ConvertAll(service => (
                new LocalName(service.Slug, service.Name, TownOf(service.Municipality)?.Name ?? "", service.Type ?? ""),
                $"{TownOf(service.Municipality)?.Official} {PostPlaceOf(service.PostalCode)}")));
    }

    private static Municipality? TownOf(string? number) => number is null ? null : PlaceBook.Norway.MunicipalityOf(number);

    /// <summary>The post place; a postal code is written before it.</summary>
    private static string PostPlaceOf(string? code) => code is not null && PlaceBook.Norway.Find(code) is PlaceAnswer.Found found ? found.Place.Name[code.Length..] : "";
}
