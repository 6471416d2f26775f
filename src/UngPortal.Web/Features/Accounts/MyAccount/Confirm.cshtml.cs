using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Features.Accounts.SigningIn;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.MyAccount;

[EnableRateLimiting(RateLimits.Forms)]
public sealed class ConfirmModel(PortalDbContext db, StaffPasswords passwords, Authenticator authenticator, SignInThrottle throttle, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(Name = "til", SupportsGet = true)]
    [StringLength(AfterSignIn.MaxLength)]
    public string? To { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(
        [FromForm, StringLength(1_000)] string? passord, [FromForm, StringLength(Authenticator.CodeMaxLength)] string? kode, CancellationToken cancellationToken)
    {
        var staff = HttpContext.Staff;
        var person = await db.Staff.FirstAsync(member => member.Id == staff.Id, cancellationToken);
        if (!await throttle.IsOpenAsync(HttpContext, SignInThrottle.CodesOf(person), cancellationToken))
        {
            return this.Refused("SignIn_Wait", StatusCodes.Status429TooManyRequests);
        }

        if (ModelState.IsValid && passwords.Fits(person, passord) && authenticator.TrySpend(person, kode) && await TrySaveAsync(staff, cancellationToken))
        {
            return LocalRedirect(AfterSignIn.Local(Url, To));
        }

        db.ChangeTracker.Clear();
        await throttle.NoteAsync(HttpContext, SignInThrottle.CodesOf(person), cancellationToken);
        audit.Record(staff, "confirm-refused", $"staff:{staff.Id}");
        await db.SaveChangesAsync(cancellationToken);
        return this.Refused("Confirm_Wrong", StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>False when the same code was spent at the same moment elsewhere.</summary>
    private async Task<bool> TrySaveAsync(StaffIdentity staff, CancellationToken cancellationToken)
    {
        (await db.StaffSessions.FirstAsync(session => session.Id == staff.SessionId, cancellationToken)).Confirm(time.GetUtcNow().UtcDateTime);
        audit.Record(staff, "confirmed", $"staff:{staff.Id}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
