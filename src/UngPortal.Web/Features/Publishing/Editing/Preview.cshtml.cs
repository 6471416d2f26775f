using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>The preview beside the text, for the script; saves nothing.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.Clinician, StaffRole.SafeguardingOfficer)]
[RequestFormLimits(ValueCountLimit = 400)]
public sealed class PreviewModel(DraftDesk desk, DraftPreviews previews) : PageModel
{
    [BindProperty(Name = "")]
    public DraftForm Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, HttpContext.Staff, cancellationToken) is { } draft ? Partial("_Preview", await previews.OfAsync(draft, Input, cancellationToken)) : NotFound();
}
