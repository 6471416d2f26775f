using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Saves for the script while somebody writes: no revision, and never over a colleague's words.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
[RequestFormLimits(ValueCountLimit = 400)]
public sealed class AutosaveModel(DraftDesk desk, DraftSaving saving) : PageModel
{
    [BindProperty(Name = "")]
    public DraftForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is not { } draft)
        {
            return NotFound();
        }

        var outcome = ModelState.IsValid ? (await saving.SaveAsync(draft, Input, HttpContext.Staff, keepsRevision: false, cancellationToken)).Outcome : DraftSaving.Outcome.Invalid;
        return new JsonResult(new { versjon = draft.Version })
        {
            StatusCode = outcome switch
            {
                DraftSaving.Outcome.Saved => StatusCodes.Status200OK,
                DraftSaving.Outcome.Invalid => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status409Conflict,
            },
        };
    }
}
