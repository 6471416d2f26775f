using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.SigningIn;

/// <summary>The last step of a sign-in with a password: the second factor is spent and the session begins in one save, so that no code is good for two sessions.</summary>
public sealed class SecondFactorSignIn(PortalDbContext db, SignInThrottle throttle, StaffSessions sessions, AuditTrail audit)
{
    public async Task<IActionResult> TryAsync(PageModel page, StaffMember person, Func<Task<bool>> spend, string wrongKey, string? to, CancellationToken cancellationToken)
    {
        var context = page.HttpContext;
        if (!await throttle.IsOpenAsync(context, SignInThrottle.CodesOf(person), cancellationToken))
        {
            return page.Refused("SignIn_Wait", StatusCodes.Status429TooManyRequests);
        }

        try
        {
            if (await spend())
            {
                await sessions.BeginAsync(context, person, "password", cancellationToken);
                await SecondStep.EndAsync(context);
                await throttle.ForgetAsync(context, SignInThrottle.CodesOf(person), cancellationToken);
                await throttle.ForgetAsync(context, person.Email!, cancellationToken);
                return new LocalRedirectResult(AfterSignIn.Local(page.Url, to));
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code at the same moment in two windows: one of them has spent it.
            db.ChangeTracker.Clear();
        }

        await throttle.NoteAsync(context, SignInThrottle.CodesOf(person), cancellationToken);
        audit.Record(null, "sign-in-refused", $"staff:{person.Id}", "second factor");
        await db.SaveChangesAsync(cancellationToken);
        return page.Refused(wrongKey, StatusCodes.Status422UnprocessableEntity);
    }
}
