using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime.Extensions;
using UngPortal.Features.Places;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Services.Finding;

/// <summary>Help near somebody: by postal code, place or municipality, or by where the device is when it is asked to tell.</summary>
[PositionPage]
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(NearbyServices nearby, FinderChoicesCopy told, PortalDbContext db) : PageModel
{
    private const int NumberMaxLength = 20;

    [BindProperty(SupportsGet = true, Name = "sted"), StringLength(PlaceBook.TextMaxLength)]
    public string? PlaceText { get; set; }

    [BindProperty(SupportsGet = true, Name = "lat"), StringLength(NumberMaxLength)]
    public string? Latitude { get; set; }

    [BindProperty(SupportsGet = true, Name = "lon"), StringLength(NumberMaxLength)]
    public string? Longitude { get; set; }

    [BindProperty(SupportsGet = true, Name = "")]
    public FinderWords Wanted { get; set; } = new();

    public IReadOnlyList<ServiceType> Types { get; private set; } = [];

    public FinderChoices Choices { get; private set; } = FinderChoices.None;

    public TopicTree Topics { get; private set; } = null!;

    public FinderFilter Filter { get; private set; } = new(null, null, false, false);

    public Whereabouts Where { get; private set; } = new(null, null, false);

    public IReadOnlyList<Nearby> Nearest { get; private set; } = [];

    public IReadOnlyList<Nearby> Serving { get; private set; } = [];

    /// <summary>Whether nobody fits who has told what was asked for: then those are shown who fit otherwise.</summary>
    public bool IsWidened { get; private set; }

    /// <summary>Where the nearest lie; null when there is nothing to draw.</summary>
    public FinderMap? Map => Where.Place is { } place ? FinderMap.Around(place.Point, Nearest) : null;

    /// <summary>Whether even the nearest is a day's journey for somebody who has no car.</summary>
    public bool IsFar => Nearest is [{ Kilometres: > Distances.Far }, ..];

    /// <summary>Whether any of the choices is made that stand behind the first one.</summary>
    public bool IsNarrowed => Filter != new FinderFilter(null, null, false, false);

    public string ShownPath => new Pager("/hjelp-naer-deg", [new("sted", PlaceText ?? ""), new("lat", Latitude ?? ""), new("lon", Longitude ?? ""), .. Wanted.Pairs], 1, 0, int.MaxValue).Link(1);

    public ServiceType? TypeOf(Nearby near) => Types.FirstOrDefault(type => type.Key == near.Service.Type);

    public ServiceCard CardOf(Nearby near) => LocalCards.Of(near.Service, TypeOf(near), HttpContext.Language, db.Time.GetUtcNow().ToInstant());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        Choices = await told.ReadAsync(cancellationToken);
        Topics = await TopicTree.ReadAsync(db, cancellationToken);
        if (!ModelState.IsValid || Wanted.Read(Types, Topics) is not { } filter)
        {
            return NotFound();
        }

        (Filter, Where) = (filter, Whereabouts.Of(PlaceText, Latitude, Longitude));
        if (Where.Place is { } place)
        {
            await FindAsync(place, filter, cancellationToken);
            IsWidened = filter.AsksForTold && Nearest.Count + Serving.Count == 0;
            if (IsWidened)
            {
                await FindAsync(place, filter.WithoutTold, cancellationToken);
            }
        }

        return Page();
    }

    private async Task FindAsync(Place place, FinderFilter filter, CancellationToken cancellationToken)
    {
        Nearest = await nearby.NearestAsync(place.Point, place.Municipality?.Number, filter, cancellationToken);
        Serving = place.Municipality is { } own ? await nearby.ServingAsync(own.Number, place.Point, Nearest, filter, cancellationToken) : [];
    }
}
