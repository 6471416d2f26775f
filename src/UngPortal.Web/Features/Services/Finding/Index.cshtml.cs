using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using UngPortal.Features.Places;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Services.Finding;

/// <summary>Help near somebody: by postal code, place or municipality, or by where the device is when it is asked to tell.</summary>
[PositionPage]
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(NearbyServices nearby, PortalDbContext db) : PageModel
{
    /// <summary>The word that switches a filter on.</summary>
    public const string Yes = "ja";

    private const int NumberMaxLength = 20;
    private const double FarKm = 30;

    [BindProperty(SupportsGet = true, Name = "sted"), StringLength(PlaceBook.TextMaxLength)]
    public string? PlaceText { get; set; }

    [BindProperty(SupportsGet = true, Name = "lat"), StringLength(NumberMaxLength)]
    public string? Latitude { get; set; }

    [BindProperty(SupportsGet = true, Name = "lon"), StringLength(NumberMaxLength)]
    public string? Longitude { get; set; }

    [BindProperty(SupportsGet = true, Name = "hva"), StringLength(ServiceType.KeyMaxLength)]
    public string? TypeKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "alder"), StringLength(NumberMaxLength)]
    public string? AgeKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "apen"), StringLength(NumberMaxLength)]
    public string? OpenWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "dropin"), StringLength(NumberMaxLength)]
    public string? DropInWord { get; set; }

    public IReadOnlyList<ServiceType> Types { get; private set; } = [];

    public FinderFilter Filter { get; private set; } = new(null, null, false, false);

    public Whereabouts Where { get; private set; } = new(null, null, false);

    public IReadOnlyList<Nearby> Nearest { get; private set; } = [];

    public IReadOnlyList<Nearby> Serving { get; private set; } = [];

    /// <summary>Where the nearest lie; null when there is nothing to draw.</summary>
    public FinderMap? Map { get; private set; }

    /// <summary>Whether even the nearest is a day's journey for somebody who has no car.</summary>
    public bool IsFar => Nearest is [{ Kilometres: > FarKm }, ..];

    /// <summary>Whether any of the choices is made that stand behind the first one.</summary>
    public bool IsNarrowed => Filter != new FinderFilter(null, null, false, false);

    public string ShownPath => new Pager("/hjelp-naer-deg", [new("sted", PlaceText ?? ""), new("lat", Latitude ?? ""), new("lon", Longitude ?? ""), new("hva", TypeKey ?? ""), new("alder", AgeKey ?? ""), new("apen", OpenWord ?? ""), new("dropin", DropInWord ?? "")], 1, 0, int.MaxValue).Link(1);

    public ServiceType? TypeOf(Nearby near) => Types.FirstOrDefault(type => type.Key == near.Service.Type);

    public ServiceCard CardOf(Nearby near) => LocalCards.Of(near.Service, TypeOf(near), HttpContext.Language, db.Time.GetUtcNow().ToInstant());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        Filter = new(string.IsNullOrEmpty(TypeKey) ? null : TypeKey, AgeBand.TryParse(AgeKey, out var age) ? age : null, OpenWord == Yes, DropInWord == Yes);
        if (!ModelState.IsValid || (Filter.Type is { } wanted && Types.All(type => type.Key != wanted)) || (Filter.Age is null && !string.IsNullOrEmpty(AgeKey)))
        {
            return NotFound();
        }

        Where = Whereabouts.Of(PlaceText, Latitude, Longitude);
        if (Where.Place is { } place)
        {
            Nearest = await nearby.NearestAsync(place.Point, place.Municipality?.Number, Filter, cancellationToken);
            Map = FinderMap.Around(place.Point, Nearest);
            Serving = place.Municipality is { } own ? await nearby.ServingAsync(own.Number, place.Point, Nearest, Filter, cancellationToken) : [];
        }

        return Page();
    }
}
