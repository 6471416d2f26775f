using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films.Editing;

/// <summary>Gives a film another poster; the form stands on the film's own page.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
public sealed class PosterModel(PortalDbContext db, FilmReader reader, FilmPosters posters, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(MediaName.StemLength)]
    public string Name { get; set; } = "";

    [BindProperty(Name = "Bilde"), StringLength(MediaName.StemLength)]
    public string? Picture { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is { } film ? LocalRedirect($"~/admin/medier/film/{film.Name}") : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is not { State: FilmState.Ready } film)
        {
            return NotFound();
        }

        try
        {
            if (await posters.CopyAsync(Picture ?? "", film.OrganisationId, cancellationToken) is not { } copy)
            {
                return NotFound();
            }

            film.ShowPoster(copy, time.GetUtcNow().UtcDateTime);
            audit.Record(HttpContext.Staff, "film-poster-changed", $"film:{film.Name}", organisationId: film.OrganisationId);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or DbUpdateConcurrencyException)
        {
            return StatusCode(problem is IOException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict);
        }

        return LocalRedirect($"~/admin/medier/film/{film.Name}?lagret=true");
    }
}
