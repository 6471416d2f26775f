using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.External;

/// <summary>Registers sign-in through each configured OpenID provider: code with PKCE, answered in the query. Sources: ASVS 5.0 V10.1, V10.5.</summary>
internal static class ExternalWiring
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    public static void AddExternalSignIn(this WebApplicationBuilder builder)
    {
        var providers = new SignInProviders(builder.Configuration.GetSection(SignInProvider.Section).Get<SignInProvider[]>() ?? []);
        builder.Services.AddSingleton(providers);
        builder.Services.AddScoped<ExternalPeople>();
        builder.Services.AddScoped<ExternalSeats>();
        builder.Services.AddScoped<ExternalSignIn>();
        foreach (var provider in providers.All)
        {
            builder.Services.AddAuthentication().AddOpenIdConnect(provider.Scheme, provider.Name, _ => { });
            builder.Services.AddOptions<OpenIdConnectOptions>(provider.Scheme).Configure<IOptions<PublicAddress>, TimeProvider>((options, site, time) =>
            {
                Ask(options, provider);
                Check(options, provider, time);
                Harden(options, site.Value);
                options.Events = new ExternalEvents(provider, site.Value);
            });
        }
    }

    private static void Ask(OpenIdConnectOptions options, SignInProvider provider)
    {
        options.Authority = provider.Authority;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.CallbackPath = provider.CallbackPath;
        options.RemoteSignOutPath = default;
        options.SignedOutCallbackPath = default;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = Patience;
        options.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        options.Scope.Clear();
        foreach (var scope in provider.Scopes.Prepend("openid").Distinct())
        {
            options.Scope.Add(scope);
        }
    }

    private static void Check(OpenIdConnectOptions options, SignInProvider provider, TimeProvider time)
    {
        options.MapInboundClaims = false;
        options.ClaimActions.Clear();
        var token = options.TokenValidationParameters;
        token.ValidAudience = provider.Audience ?? provider.ClientId;
        token.LifetimeValidator = (begins, ends, _, _) =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            return ends is { } end && now <= end + Skew && (begins is null || begins <= now + Skew);
        };
    }

    /// <summary>Lax, since the answer comes by a link from another site; all else as hard as the session's own cookie.</summary>
    private static void Harden(OpenIdConnectOptions options, PublicAddress site)
    {
        foreach (var (cookie, name) in new[] { (options.CorrelationCookie, "ansatt-retur."), (options.NonceCookie, "ansatt-nonce.") })
        {
            cookie.Name = site.CookieName(name);
            cookie.Path = "/";
            cookie.HttpOnly = true;
            cookie.IsEssential = true;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = site.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        }
    }
}
