using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Counting;

/// <summary>Hears from pages that somebody went on to a service. The message has no content: neither who it was nor which link.</summary>
internal static class OnwardClicks
{
    public const string Path = "/tjenester/{slug}/videre";

    public static async Task<IResult> CountAsync(string slug, PortalDbContext db, PageReadings readings, CancellationToken cancellationToken)
    {
        // Only names that are there: nobody can fill the memory with others.
        if (!Slug.IsValid(slug) || slug.Length > Slug.MaxLength || !await db.Services.AnyAsync(service => service.Slug == slug && service.State == ServiceState.Listed, cancellationToken))
        {
            return Results.NotFound();
        }

        readings.Add(VisitCounts.OnwardOf(slug));
        return Results.NoContent();
    }
}
