using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Accounts.SigningIn;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.Passkeys;

/// <summary>What the script on the sign-in page talks to. Wrong passwords never close this way in.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class PasskeySignInModel(PasskeyDoor door, StaffSessions sessions) : PageModel
{
    public const int AnswerMaxLength = 20_000;

    [BindProperty(Name = "til")]
    [StringLength(AfterSignIn.MaxLength)]
    public string? To { get; set; }

    public IActionResult OnGet() => RedirectToPage("/Accounts/SigningIn/SignIn");

    public async Task<IActionResult> OnPostOptionsAsync() => Content(await door.AskAsync(), "application/json");

    public async Task<IActionResult> OnPostAsync([FromForm, StringLength(AnswerMaxLength)] string? svar, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await door.OpenAsync(HttpContext, svar, cancellationToken) is not { } person)
        {
            return new JsonResult(new { }) { StatusCode = StatusCodes.Status401Unauthorized };
        }

        await sessions.BeginAsync(HttpContext, person, "passkey", cancellationToken);
        return new JsonResult(new { til = AfterSignIn.Local(Url, To) });
    }
}
