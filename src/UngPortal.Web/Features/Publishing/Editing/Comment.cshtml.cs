using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Says something about a draft, resolves it, and takes that back.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
public sealed class CommentModel(PortalDbContext db, DraftDesk desk, TimeProvider time) : PageModel
{
    private const int FieldMaxLength = 20_000;

    [BindProperty(Name = "Kommentar"), StringLength(FieldMaxLength)]
    public string? Text { get; set; }

    /// <summary>The passage it is about.</summary>
    [BindProperty(Name = "Gjelder"), StringLength(FieldMaxLength)]
    public string? Quote { get; set; }

    public Draft Draft { get; private set; } = null!;

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { IsOpen: true } draft)
        {
            return NotFound();
        }

        Draft = draft;
        var (text, quote) = (SourceText.Clean(Text ?? "").Trim(), SourceText.Clean(Quote ?? "").Trim());
        AddErrorWhen(text.Length == 0, "Kommentar", "Comments_Empty");
        AddErrorWhen(text.Length > DraftComment.TextMaxLength, "Kommentar", "Comments_Long");
        AddErrorWhen(quote.Length > DraftComment.QuoteMaxLength, "Gjelder", "Comments_Quote_Long");
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        db.DraftComments.Add(new DraftComment { DraftId = id, ById = HttpContext.Staff.Id, At = time.GetUtcNow().UtcDateTime, Text = text, Quote = quote });
        await db.SaveChangesAsync(cancellationToken);
        return Done(id);
    }

    public Task<IActionResult> OnPostResolveAsync(int id, int kommentar, CancellationToken cancellationToken) =>
        ChangeAsync(id, kommentar, isResolved: true, cancellationToken);

    public Task<IActionResult> OnPostReopenAsync(int id, int kommentar, CancellationToken cancellationToken) =>
        ChangeAsync(id, kommentar, isResolved: false, cancellationToken);

    /// <summary>A second press, or two colleagues at once, changes nothing more.</summary>
    private async Task<IActionResult> ChangeAsync(int id, int commentId, bool isResolved, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { IsOpen: true }
            || await db.DraftComments.FirstOrDefaultAsync(comment => comment.Id == commentId && comment.DraftId == id, cancellationToken) is not { } comment)
        {
            return NotFound();
        }

        var now = time.GetUtcNow().UtcDateTime;
        if (comment.IsResolved != isResolved)
        {
            (isResolved ? (Action<int, DateTime>)comment.Resolve : comment.Reopen)(HttpContext.Staff.Id, now);
            await db.SaveChangesAsync(cancellationToken);
        }

        return Done(id);
    }

    private LocalRedirectResult Done(int id) => LocalRedirect($"/admin/innhold/{id}?gjort=1#kommentarer");

    private void AddErrorWhen(bool isSo, string field, string key)
    {
        if (isSo)
        {
            ModelState.AddModelError(field, key);
        }
    }
}
