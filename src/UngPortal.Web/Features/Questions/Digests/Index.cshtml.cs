using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Digests;

/// <summary>Whether one wants the daily mail: everybody's own choice.</summary>
[ForRoles(StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer, StaffRole.ChiefEditor, StaffRole.TriageEditor, StaffRole.SafeguardingOfficer)]
public sealed class IndexModel(PortalDbContext db) : PageModel
{
    public bool IsWanted { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) => IsWanted = await RefusalAsync(cancellationToken) is null;

    public async Task<IActionResult> OnPostAsync(bool send, CancellationToken cancellationToken)
    {
        var refusal = await RefusalAsync(cancellationToken);
        if (send && refusal is not null)
        {
            db.Remove(refusal);
        }
        else if (!send && refusal is null)
        {
            db.DigestRefusals.Add(new DigestRefusal { StaffId = HttpContext.Staff.Id });
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Pressed twice at the same moment: the other press has done it, unless the database is away.
            db.ChangeTracker.Clear();
            if (await RefusalAsync(cancellationToken) is null != send)
            {
                throw;
            }
        }

        return LocalRedirect("~/admin/sporsmal/varsler?gjort=1");
    }

    private Task<DigestRefusal?> RefusalAsync(CancellationToken cancellationToken)
    {
        var id = HttpContext.Staff.Id;
        return db.DigestRefusals.FirstOrDefaultAsync(refusal => refusal.StaffId == id, cancellationToken);
    }
}
