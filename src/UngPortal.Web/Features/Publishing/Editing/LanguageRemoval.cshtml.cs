using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Takes a language version out of a draft; the history keeps it.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class LanguageRemovalModel(PortalDbContext db, DraftDesk desk, DraftKeeping keeping, TimeProvider time) : PageModel
{
    public Draft Draft { get; private set; } = null!;

    public string Language { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(int id, [StringLength(8)] string? sprak, CancellationToken cancellationToken) =>
        await OpenAsync(id, sprak, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int id, [StringLength(8)] string? sprak, int versjon, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, sprak, cancellationToken))
        {
            return NotFound();
        }

        if (!DraftDesk.StepsOf(Draft, HttpContext.Staff).Contains(DraftStep.Write))
        {
            return Refuse("Editor_NotOpen");
        }

        if (Draft.Version != versjon)
        {
            return Refuse("Steps_Changed");
        }

        try
        {
            await RemoveAsync(cancellationToken);
        }
        catch (DbUpdateException problem) when (keeping.IsOvertaken(problem, id, versjon))
        {
            return Refuse("Steps_Changed");
        }

        return LocalRedirect($"/admin/innhold/{id}?gjort=1");
    }

    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await keeping.KeepUnkeptAsync(Draft, cancellationToken);
        Draft.Write(Draft.Content.Without(Language), HttpContext.Staff, now);
        Draft.KeepRevision(HttpContext.Staff, now, $"− {Language}");
        await db.SaveChangesAsync(cancellationToken);
    }

    private PageResult Refuse(string key)
    {
        ModelState.AddModelError("", key);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> OpenAsync(int id, string? language, CancellationToken cancellationToken)
    {
        if (language is not ("nn" or "en") || await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { } draft || !draft.Content.Texts.ContainsKey(language))
        {
            return false;
        }

        (Draft, Language) = (draft, language);
        return true;
    }
}
