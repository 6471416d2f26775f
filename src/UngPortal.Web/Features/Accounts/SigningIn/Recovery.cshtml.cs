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
public sealed class RecoveryModel(SecondStep step, RecoveryCodeBook codes, SecondFactorSignIn signIn) : PageModel
{
    [BindProperty(Name = "til", SupportsGet = true)]
    [StringLength(AfterSignIn.MaxLength)]
    public string? To { get; set; }

    public bool IsOver { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await step.FindAsync(HttpContext, cancellationToken) is not null ? Page() : step.IsCarried(HttpContext) ? Over() : RedirectToPage("SignIn", new { til = To });

    public async Task<IActionResult> OnPostAsync([FromForm, StringLength(RecoveryCodeBook.TypedMaxLength)] string? kode, CancellationToken cancellationToken) =>
        await step.FindAsync(HttpContext, cancellationToken) is { } person
            ? await signIn.TryAsync(this, person, async () => ModelState.IsValid && await codes.TrySpendAsync(person.Id, kode, cancellationToken), "Recovery_Wrong", To, cancellationToken)
            : Over();

    /// <summary>Says that the time is over, with the way to begin anew.</summary>
    private PageResult Over()
    {
        IsOver = true;
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
