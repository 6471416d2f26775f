using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.MyAccount;

[FreshSignIn]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class AppModel(PortalDbContext db, Authenticator authenticator, Invitations invitations, AuditTrail audit) : PageModel
{
    public TotpSetup Setup { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Setup = authenticator.Offer(null, (await PersonAsync(cancellationToken)).Email!);

    public async Task<IActionResult> OnPostAsync(
        [FromForm, StringLength(Authenticator.CarriedMaxLength)] string? hemmelighet, [FromForm, StringLength(Authenticator.CodeMaxLength)] string? kode, CancellationToken cancellationToken)
    {
        var person = await PersonAsync(cancellationToken);
        if (!ModelState.IsValid || !authenticator.TrySetUp(person, hemmelighet, kode))
        {
            ModelState.Clear();
            ModelState.AddModelError("Kode", "Code_Wrong");
            Setup = authenticator.Offer(hemmelighet, person.Email!);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        invitations.Notify(person.Id, "app");
        audit.Record(HttpContext.Staff, "app-changed", $"staff:{person.Id}");
        await db.SaveChangesAsync(cancellationToken);
        return RedirectToPage("Index", new { gjort = "app" });
    }

    private Task<StaffMember> PersonAsync(CancellationToken cancellationToken)
    {
        var id = HttpContext.Staff.Id;
        return db.Staff.FirstAsync(member => member.Id == id, cancellationToken);
    }
}
