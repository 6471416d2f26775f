using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Films;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films.Editing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
public sealed class CaptionsModel(PortalDbContext db, FilmReader reader, FilmCaptions captions, AuditTrail audit, TimeProvider time) : PageModel
{
    public const string TextField = "Tekst";

    /// <summary>Somewhat more than captions may have, so that what is too long can be shown again.</summary>
    private const int FileMost = 2 * WebVttFile.TextMost;

    [BindProperty(SupportsGet = true), StringLength(MediaName.StemLength)]
    public string Name { get; set; } = "";

    [BindProperty(Name = "sprak", SupportsGet = true), StringLength(2), RegularExpression("nb|nn|en")]
    public string Language { get; set; } = "nb";

    [BindProperty(Name = TextField), StringLength(20 * WebVttFile.TextMost)]
    public string? Text { get; set; }

    public Film Film { get; private set; } = null!;

    public IReadOnlyList<WebVttFault> Faults { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken))
        {
            return NotFound();
        }

        Text = await captions.ReadAsync(Film, Language, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? fil, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(cancellationToken))
        {
            return NotFound();
        }

        Text = fil is { Length: > 0 and <= FileMost } ? await FilmCaptions.ReadAsync(fil, cancellationToken) : Text;
        ModelState.Remove(TextField);
        var isEmpty = string.IsNullOrWhiteSpace(Text);
        var file = WebVttFile.Read(Text ?? "", Film.Seconds);
        if (fil?.Length > FileMost || (!isEmpty && file.Faults.Count > 0))
        {
            Faults = fil?.Length > FileMost ? [new WebVttFault(0, WebVttFaultKind.TooLong)] : file.Faults;
            ModelState.AddModelError(TextField, "Captions_Wrong");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return await KeepAsync(isEmpty ? null : file, cancellationToken);
    }

    private async Task<IActionResult> KeepAsync(WebVttFile? file, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        audit.Record(HttpContext.Staff, "film-captioned", $"film:{Film.Name}", Language, Film.OrganisationId);
        try
        {
            if (file is null)
            {
                Film.Uncaption(Language, now);
            }
            else
            {
                Film.Caption(Language, await captions.PutAsync(file, cancellationToken), now);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", problem is IOException ? "Captions_NotStored" : "Film_Conflict");
            Response.StatusCode = problem is IOException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict;
            return Page();
        }

        return LocalRedirect($"~/admin/medier/film/{Film.Name}?lagret=true");
    }

    private async Task<bool> OpenAsync(CancellationToken cancellationToken)
    {
        Film = (ModelState.IsValid ? await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) : null)!;
        return Film is { State: FilmState.Ready };
    }
}
