using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.Joining;

[AllowAnonymous]
[EnableRateLimiting(RateLimits.Forms)]
public sealed class JoinModel(Invitations invitations, StaffPasswords passwords, Authenticator authenticator, Enrolment enrolment, StaffSessions sessions) : PageModel
{
    private static readonly InvitationKind[] Kinds = [InvitationKind.Join, InvitationKind.BeginAnew];

    [BindProperty(SupportsGet = true)]
    [StringLength(100)]
    public string Token { get; set; } = "";

    [BindProperty(Name = "")]
    public JoinForm Input { get; set; } = new();

    public Invitation Invitation { get; private set; } = null!;

    public TotpSetup Setup { get; private set; } = null!;

    /// <summary>The recovery codes, the one time they are shown; null before.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) ? Page() : StatusCode(StatusCodes.Status410Gone);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        if (await passwords.ProblemAsync(Input.Passord, [Invitation.DisplayName, Invitation.Email], Invitation.StaffId, Invitation.OrganisationId, cancellationToken) is { } problem)
        {
            ModelState.AddModelError("Passord", problem);
        }

        if (!authenticator.Proves(Input.Hemmelighet, Input.Kode))
        {
            ModelState.AddModelError("Kode", "Code_Wrong");
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var facts = new EnrolmentFacts(Invitation.Email, Invitation.DisplayName, Input.Passord!, Input.Hemmelighet, Input.Kode);
        if (await enrolment.RunAsync(Invitation, facts, cancellationToken) is not { } joined)
        {
            return StatusCode(StatusCodes.Status410Gone);
        }

        await sessions.BeginAsync(HttpContext, joined.Person, "password", cancellationToken);
        Codes = joined.Codes;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await invitations.FindAsync(Token, cancellationToken, Kinds) is not { } invitation)
        {
            return false;
        }

        Invitation = invitation;
        Setup = authenticator.Offer(Input.Hemmelighet, invitation.Email);
        ModelState.Remove("Hemmelighet");
        return true;
    }
}
