using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Filming;

/// <summary>Gives a draft of a video its film: one of the organisation's that everybody can follow.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class FilmModel(PortalDbContext db, DraftDesk desk, FilmShelf shelf, IStringLocalizer<Ui> texts, TimeProvider time) : PageModel
{
    private const int NameMaxLength = 40;

    [BindProperty(Name = "Film"), StringLength(NameMaxLength)]
    public string? Chosen { get; set; }

    [BindProperty]
    public int Versjon { get; set; }

    public Draft Draft { get; private set; } = null!;

    public IReadOnlyList<FilmShelf.Entry> Films { get; private set; } = [];

    public bool MayWrite { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Versjon = Draft.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (!MayWrite || Versjon != Draft.Version)
        {
            return Again("", MayWrite ? "Editor_Conflict" : "Editor_NotOpen", StatusCodes.Status409Conflict);
        }

        if (await shelf.TakeAsync(Chosen ?? "", Draft.OrganisationId, cancellationToken) is not { } taken)
        {
            return Again("Film", "DraftFilm_Needed", StatusCodes.Status422UnprocessableEntity);
        }

        var now = time.GetUtcNow().UtcDateTime;
        Draft.Write(Draft.Content.With(taken), HttpContext.Staff, now);
        Draft.KeepRevision(HttpContext.Staff, now, texts["DraftFilm_Note"]);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Again("", "Editor_Conflict", StatusCodes.Status409Conflict);
        }

        return LocalRedirect($"~/admin/innhold/{id}?lagret=1");
    }

    private PageResult Again(string field, string textKey, int status)
    {
        ModelState.AddModelError(field, textKey);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> OpenAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { Kind: PublicationKind.Video } draft)
        {
            return false;
        }

        (Draft, MayWrite) = (draft, DraftDesk.StepsOf(draft, HttpContext.Staff).Contains(DraftStep.Write));
        Films = await shelf.ForAsync(draft.OrganisationId, cancellationToken);
        return true;
    }
}
