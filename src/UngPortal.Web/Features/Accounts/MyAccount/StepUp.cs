using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Accounts.MyAccount;

/// <summary>Leads somebody who lacks nothing but a fresh sign-in to the page that asks for one, and back. Source: ASVS 5.0 V7.5.1.</summary>
internal sealed class StepUp : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult is { Forbidden: true, AuthorizationFailure: { } failure } && failure.FailedRequirements.Any() && failure.FailedRequirements.All(one => one is FreshSignInRequirement))
        {
            context.Response.Redirect(SignInAgain.AddressFor(context.Request));
            return Task.CompletedTask;
        }

        return _usual.HandleAsync(next, context, policy, authorizeResult);
    }
}
