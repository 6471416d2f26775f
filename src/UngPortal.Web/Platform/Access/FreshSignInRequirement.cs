using Microsoft.AspNetCore.Authorization;

namespace UngPortal.Platform.Access;

/// <summary>Holds while the person confirmed who they are not too long ago.</summary>
internal sealed class FreshSignInRequirement : IAuthorizationRequirement
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    internal sealed class Handler(TimeProvider time) : AuthorizationHandler<FreshSignInRequirement>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, FreshSignInRequirement requirement)
        {
            if (StaffIdentity.Of(context.User) is { } person && person.IsFresh(time.GetUtcNow().UtcDateTime))
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
}
