using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Averting.Handling;

/// <summary>All that is written in a case. Each reading is written down, and asks for a sign-in of the last minutes.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer)]
[FreshSignIn]
public sealed class CaseModel(PortalDbContext db, CaseDesk desk) : PageModel
{
    public OpenedCase Opened { get; private set; } = null!;

    public IReadOnlyDictionary<int, string> Names { get; private set; } = new Dictionary<int, string>();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(id, HttpContext.Staff, cancellationToken) is not { } opened)
        {
            return NotFound();
        }

        Opened = opened;
        var people = opened.Case.Entries.Select(entry => entry.ById).Distinct().ToList();
        Names = await db.Staff.Where(member => people.Contains(member.Id)).ToDictionaryAsync(member => member.Id, member => member.DisplayName, cancellationToken);
        await desk.NoteReadAsync(opened.Case, HttpContext.Staff, cancellationToken);
        return Page();
    }
}
