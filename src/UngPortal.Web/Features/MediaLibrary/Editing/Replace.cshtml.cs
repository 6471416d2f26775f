using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary.Uploading;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.MediaLibrary.Editing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert)]
[UploadLimit]
public sealed class ReplaceModel(PortalDbContext db, ItemReader reader, PictureIntake intake, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(MediaName.StemLength)]
    public string Name { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await reader.FindOwnAsync(Name, HttpContext.Staff, cancellationToken) is not { } item)
        {
            return NotFound();
        }

        var (picture, refusal) = await intake.TakeAsync(Request.Form.Files, UploadModel.FileField, cancellationToken);
        if (picture is null)
        {
            return Again(UploadModel.FileField, refusal!.TextKey, refusal.Status);
        }

        item.Show(picture, time.GetUtcNow().UtcDateTime);
        audit.Record(HttpContext.Staff, "media-replaced", $"media:{item.Name}", organisationId: item.OrganisationId);
        db.Announce(MediaChanged.Kind, $"media:{item.Name}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Again("", "Media_Conflict", StatusCodes.Status409Conflict);
        }

        return LocalRedirect($"~/admin/medier/{item.Name}?lagret=true");
    }

    private PageResult Again(string field, string textKey, int status)
    {
        ModelState.AddModelError(field, textKey);
        Response.StatusCode = status;
        return Page();
    }
}
