using Microsoft.AspNetCore.Authorization;

namespace UngPortal.Platform.Access;

/// <summary>Registers the policies: nothing is open unless it says so.</summary>
public static class AccessWiring
{
    /// <summary>The policy of <see cref="FreshSignInAttribute"/>.</summary>
    public const string FreshSignIn = "fresh-sign-in";

    /// <summary>Adds authorization that denies by default. Source: ASVS 5.0 V8.2.1.</summary>
    public static void AddPortalAccess(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IAuthorizationHandler, FreshSignInRequirement.Handler>();
        builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(IsStaffOrNothing).Build())
            .AddPolicy(FreshSignIn, policy => policy.RequireAuthenticatedUser().AddRequirements(new FreshSignInRequirement()));
    }

    /// <summary>Where there is no page there is nothing to guard: an unknown address answers 404, not a sign-in.</summary>
    private static bool IsStaffOrNothing(AuthorizationHandlerContext asked) =>
        asked.User.Identity is { IsAuthenticated: true } || (asked.Resource is HttpContext context && context.GetEndpoint() is null);
}
