using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.Demo;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.SigningIn;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class SignInModel(PortalDbContext db, StaffPasswords passwords, SignInThrottle throttle, StaffSessions sessions, AuditTrail audit, IServiceProvider services) : PageModel
{
    /// <summary>The demo people; null outside Development.</summary>
    public DemoSignIns? Demo { get; } = services.GetService<DemoSignIns>();

    /// <summary>Where to go afterwards; only ever a path of this site.</summary>
    [BindProperty(Name = "til", SupportsGet = true)]
    [StringLength(AfterSignIn.MaxLength)]
    public string? To { get; set; }

    [BindProperty(Name = "")]
    public Form Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var email = Input.Epost ?? "";
        if (!await throttle.IsOpenAsync(HttpContext, email, cancellationToken))
        {
            return this.Refused("SignIn_Wait", StatusCodes.Status429TooManyRequests);
        }

        if (!ModelState.IsValid || await passwords.FindAsync(email, Input.Passord ?? "", cancellationToken) is not { } person)
        {
            await throttle.NoteAsync(HttpContext, email, cancellationToken);
            audit.Record(null, "sign-in-refused", "staff:password");
            await db.SaveChangesAsync(cancellationToken);
            return this.Refused("SignIn_Wrong", StatusCodes.Status422UnprocessableEntity);
        }

        await SecondStep.BeginAsync(HttpContext, person);
        return RedirectToPage("Code", new { til = AfterSignIn.Local(Url, To) });
    }

    public async Task<IActionResult> OnPostDemoAsync([FromForm, StringLength(StaffMember.EmailMaxLength)] string? adresse, CancellationToken cancellationToken)
    {
        if (Demo is null || DemoSignIns.All.All(one => one.Address != adresse)
            || await db.Staff.FirstOrDefaultAsync(member => member.Email == adresse, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        await sessions.BeginAsync(HttpContext, person, "demo", cancellationToken);
        return LocalRedirect(AfterSignIn.Local(Url, To));
    }

    public sealed class Form
    {
        [StringLength(StaffMember.EmailMaxLength)]
        public string? Epost { get; set; }

        [StringLength(PasswordRules.LengthMost)]
        public string? Passord { get; set; }
    }
}
