using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.External;

/// <summary>What happens when somebody leaves for a provider and comes back. The way back ends on a page of ours, since a browser holds a strict cookie back from the redirect itself.</summary>
internal sealed class ExternalEvents(SignInProvider provider, PublicAddress site) : OpenIdConnectEvents
{
    private const string DonePath = "/admin/logg-inn/ferdig?til=";

    public override Task RedirectToIdentityProvider(RedirectContext context)
    {
        context.ProtocolMessage.RedirectUri = site.Absolute(provider.CallbackPath);
        if (provider.AcrValues.Count > 0)
        {
            context.ProtocolMessage.AcrValues = string.Join(' ', provider.AcrValues);
        }

        return Task.CompletedTask;
    }

    public override async Task TicketReceived(TicketReceivedContext context)
    {
        context.HandleResponse();
        var signIn = context.HttpContext.RequestServices.GetRequiredService<ExternalSignIn>();
        var refusal = await signIn.TryAsync(context.HttpContext, provider, context.Principal!, context.HttpContext.RequestAborted);
        context.Response.Redirect(refusal is { } reason ? RefusedPath(reason) : DonePath + Uri.EscapeDataString(context.ReturnUri ?? ""));
    }

    public override async Task RemoteFailure(RemoteFailureContext context)
    {
        context.HandleResponse();
        var reason = ReasonOf(context.Failure);
        if (reason != ExternalRefusal.Stale)
        {
            // Anyone can send a made-up answer; only what a provider vouched for is worth a line that stays.
            await context.HttpContext.RequestServices.GetRequiredService<ExternalSignIn>().WriteDownAsync(provider, reason, context.HttpContext.RequestAborted);
        }

        context.Response.Redirect(RefusedPath(reason));
    }

    public static string RefusedPath(ExternalRefusal reason) => $"/admin/logg-inn/avslag?grunn={reason}";

    private static ExternalRefusal ReasonOf(Exception? failure) => failure switch
    {
        SecurityTokenInvalidAudienceException => ExternalRefusal.Audience,
        HttpRequestException or TaskCanceledException => ExternalRefusal.Away,
        { InnerException: { } inner } => ReasonOf(inner),
        AuthenticationFailureException => ExternalRefusal.Stale,
        _ => ExternalRefusal.Failed,
    };
}
