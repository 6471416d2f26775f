using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Editing;

[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
public sealed class CommentModel(PortalDbContext db, DraftDesk desk, TimeProvider time) : PageModel
{
    private const int FieldMaxLength = 20_000;

    [BindProperty(Name = "Kommentar"), StringLength(FieldMaxLength)]
    public string? Text { get; set; }

    public Draft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { IsOpen: true } draft)
        {
            return NotFound();
        }

        Draft = draft;
        var text = (Text ?? "").Trim();
        if (text.Length is 0 or > DraftComment.TextMaxLength)
        {
            ModelState.AddModelError("Kommentar", text.Length == 0 ? "Comments_Empty" : "Comments_Long");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        db.DraftComments.Add(new DraftComment { DraftId = id, ById = HttpContext.Staff.Id, At = time.GetUtcNow().UtcDateTime, Text = text });
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect($"/admin/innhold/{id}?gjort=1#kommentarer");
    }
}
