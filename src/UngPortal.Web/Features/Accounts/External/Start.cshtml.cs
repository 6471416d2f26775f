using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace UngPortal.Features.Accounts.External;

/// <summary>Sends somebody to a provider. A link and no form: the policy on forms would stop the browser at the provider's door.</summary>
[AllowAnonymous]
public sealed class StartModel(SignInProviders providers, ExternalSignIn signIn) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute, StringLength(40)] string key, [FromQuery, StringLength(500)] string? til, CancellationToken cancellationToken)
    {
        if (providers.Find(key) is not { } provider)
        {
            return NotFound();
        }

        try
        {
            await HttpContext.ChallengeAsync(provider.Scheme, new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(til) ? til : "/admin" });
            return new EmptyResult();
        }
        catch (Exception problem) when (problem is InvalidOperationException or HttpRequestException && !Response.HasStarted)
        {
            await signIn.WriteDownAsync(provider, ExternalRefusal.Away, cancellationToken);
            return LocalRedirect(ExternalEvents.RefusedPath(ExternalRefusal.Away));
        }
    }
}
