using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.MyAccount;

[FreshSignIn]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class CodesModel(PortalDbContext db, RecoveryCodeBook book, Invitations invitations, AuditTrail audit) : PageModel
{
    /// <summary>The new codes, the one time they are shown; null before.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public void OnGet()
    {
    }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        var staff = HttpContext.Staff;
        Codes = await book.ReplaceAsync(staff.Id, cancellationToken);
        invitations.Notify(staff.Id, "codes");
        audit.Record(staff, "codes-replaced", $"staff:{staff.Id}");
        await db.SaveChangesAsync(cancellationToken);
    }
}
