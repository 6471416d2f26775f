using System.ComponentModel.DataAnnotations;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films.Editing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
public sealed class ShowModel(PortalDbContext db, FilmReader reader, FilmViews views, FilmRemoval removal, AuditTrail audit) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(MediaName.StemLength)]
    public string Name { get; set; } = "";

    [BindProperty(Name = "")]
    public FilmForm Input { get; set; } = new();

    [BindProperty(Name = "")]
    public TranscriptForm Transcript { get; set; } = new();

    [BindProperty]
    public int Versjon { get; set; }

    public FilmView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(bool lagret, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is not { } film)
        {
            return NotFound();
        }

        ViewData["Flash"] = lagret ? "Film_Saved" : null;
        (Input, Transcript, Versjon) = (FilmForm.Of(film), TranscriptForm.Of(film), film.Version);
        return await ShowAsync(film, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is not { } film)
        {
            return NotFound();
        }

        (await new FilmForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        (await new TranscriptForm.Validator().ValidateAsync(Transcript, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return await AgainAsync(film, StatusCodes.Status422UnprocessableEntity, cancellationToken);
        }

        if (film.Version != Versjon)
        {
            return await ConflictAsync(film, cancellationToken);
        }

        Input.PutInto(film);
        Transcript.PutInto(film);
        audit.Record(HttpContext.Staff, "film-described", $"film:{film.Name}", organisationId: film.OrganisationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await ConflictAsync(film, cancellationToken);
        }

        return LocalRedirect($"~/admin/medier/film/{film.Name}?lagret=true");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken) =>
        await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is { } film && await removal.RemoveAsync(film, HttpContext.Staff, cancellationToken)
            ? LocalRedirect("~/admin/medier/film?fjernet=true")
            : NotFound();

    private Task<IActionResult> ConflictAsync(Film film, CancellationToken cancellationToken)
    {
        ModelState.AddModelError("", "Film_Conflict");
        return AgainAsync(film, StatusCodes.Status409Conflict, cancellationToken);
    }

    private Task<IActionResult> AgainAsync(Film film, int status, CancellationToken cancellationToken)
    {
        Response.StatusCode = status;
        return ShowAsync(film, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(Film film, CancellationToken cancellationToken)
    {
        View = await views.OfAsync(film, cancellationToken);
        return Page();
    }
}
