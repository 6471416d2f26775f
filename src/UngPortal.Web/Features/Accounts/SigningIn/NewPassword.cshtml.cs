using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.SigningIn;

/// <summary>A new password by a link; the second factor is asked for at the sign-in that follows. Source: ASVS 5.0 V6.4.3.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class NewPasswordModel(PortalDbContext db, Invitations invitations, StaffPasswords passwords, StaffSessions sessions, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [StringLength(100)]
    public string Token { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null ? StatusCode(StatusCodes.Status410Gone) : Page();

    public async Task<IActionResult> OnPostAsync([FromForm, StringLength(1_000)] string? passord, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } link || await db.Staff.FirstAsync(member => member.Id == link.StaffId, cancellationToken) is not { IsDisabled: false } person)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        if (await passwords.ProblemAsync(passord, [person.DisplayName, person.Email!], person.Id, null, cancellationToken) is { } problem)
        {
            ModelState.AddModelError("passord", problem);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        link.Use(time.GetUtcNow().UtcDateTime);
        passwords.Choose(person, passord!);
        await sessions.EndAllAsync(person.Id, _ => true, cancellationToken);
        invitations.Notify(person.Id, "password");
        audit.Record(null, "password-reset", $"staff:{person.Id}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return StatusCode(StatusCodes.Status410Gone); // The same link at the same moment in two windows.
        }

        return RedirectToPage("SignIn");
    }

    private Task<Invitation?> FindAsync(CancellationToken cancellationToken) => invitations.FindAsync(Token, cancellationToken, InvitationKind.Password);
}
