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
public sealed class PasswordModel(PortalDbContext db, StaffPasswords passwords, StaffSessions sessions, Invitations invitations, AuditTrail audit) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync([FromForm, StringLength(1_000)] string? gammelt, [FromForm, StringLength(1_000)] string? passord, CancellationToken cancellationToken)
    {
        var staff = HttpContext.Staff;
        var person = await db.Staff.FirstAsync(member => member.Id == staff.Id, cancellationToken);
        if (!passwords.Fits(person, gammelt))
        {
            ModelState.AddModelError("gammelt", "MyAccount_OldWrong");
        }

        if (await passwords.ProblemAsync(passord, [person.DisplayName, person.Email!], person.Id, null, cancellationToken) is { } problem)
        {
            ModelState.AddModelError("passord", problem);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        passwords.Choose(person, passord!);
        await sessions.EndAllAsync(person.Id, session => session.Id != staff.SessionId, cancellationToken);
        invitations.Notify(person.Id, "password");
        audit.Record(staff, "password-changed", $"staff:{person.Id}");
        await db.SaveChangesAsync(cancellationToken);
        return RedirectToPage("Index", new { gjort = "passord" });
    }
}
