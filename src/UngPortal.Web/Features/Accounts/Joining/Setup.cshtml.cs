using System.ComponentModel.DataAnnotations;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Kernel;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.Joining;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class SetupModel(Invitations invitations, StaffPasswords passwords, Authenticator authenticator, FirstHouse house, StaffSessions sessions) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [StringLength(100)]
    public string Token { get; set; } = "";

    [BindProperty(Name = "")]
    public SetupForm Input { get; set; } = new();

    public TotpSetup Setup { get; private set; } = null!;

    /// <summary>The recovery codes, the one time they are shown; null before.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } invitation)
        {
            return NotFound();
        }

        (await new SetupForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (await passwords.ProblemAsync(Input.Passord, [Input.Navn ?? "", Input.Epost ?? "", Input.Hus ?? ""], null, null, cancellationToken) is { } problem)
        {
            ModelState.AddModelError("Passord", problem);
        }

        if (!authenticator.Proves(Input.Hemmelighet, Input.Kode))
        {
            ModelState.AddModelError("Kode", "Code_Wrong");
        }

        if (!OrganisationNumber.TryParse(Input.Orgnr, out var number) || !ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var facts = new EnrolmentFacts(Input.Epost!.Trim(), Input.Navn!.Trim(), Input.Passord!, Input.Hemmelighet, Input.Kode);
        if (await house.FoundAsync(invitation, facts, Input.Hus!.Trim(), number, cancellationToken) is not { } joined)
        {
            return NotFound();
        }

        await sessions.BeginAsync(HttpContext, joined.Person, "password", cancellationToken);
        Codes = joined.Codes;
        return Page();
    }

    private async Task<Invitation?> FindAsync(CancellationToken cancellationToken)
    {
        Setup = authenticator.Offer(Input.Hemmelighet, Input.Epost ?? "admin");
        ModelState.Remove("Hemmelighet");
        return await invitations.FindAsync(Token, cancellationToken, InvitationKind.First);
    }
}
