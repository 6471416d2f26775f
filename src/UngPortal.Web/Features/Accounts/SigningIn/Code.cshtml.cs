using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.SigningIn;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class CodeModel(SecondStep step, Authenticator authenticator, SecondFactorSignIn signIn) : PageModel
{
    [BindProperty(Name = "til", SupportsGet = true)]
    [StringLength(AfterSignIn.MaxLength)]
    public string? To { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await step.FindAsync(HttpContext, cancellationToken) is null ? RedirectToPage("SignIn", new { til = To }) : Page();

    public async Task<IActionResult> OnPostAsync([FromForm, StringLength(Authenticator.CodeMaxLength)] string? kode, CancellationToken cancellationToken) =>
        await step.FindAsync(HttpContext, cancellationToken) is { } person
            ? await signIn.TryAsync(this, person, () => Task.FromResult(ModelState.IsValid && authenticator.TrySpend(person, kode)), "Code_Wrong", To, cancellationToken)
            : RedirectToPage("SignIn", new { til = To });
}
