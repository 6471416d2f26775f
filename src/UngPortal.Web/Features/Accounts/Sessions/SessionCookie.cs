using System.Data.Common;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Access;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.Sessions;

/// <summary>The cookies of staff, and how a request's cookie becomes a person.</summary>
internal static class SessionCookie
{
    public const string Name = "ansatt";
    public const string SecondStepName = "ansatt-trinn2";
    public const string ExternalName = "ansatt-ekstern";

    /// <summary>Marks a request whose session could not be read.</summary>
    private static readonly object Unreadable = new();
    private static readonly TimeSpan StepTime = TimeSpan.FromMinutes(10);

    public static void AddSessionCookies(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.TwoFactorUserIdScheme).AddCookie(IdentityConstants.ExternalScheme);
        Shape(builder, IdentityConstants.ApplicationScheme, Name, SameSiteMode.Strict, StaffSession.LengthMost);
        Shape(builder, IdentityConstants.TwoFactorUserIdScheme, SecondStepName, SameSiteMode.Strict, StepTime);
        Shape(builder, IdentityConstants.ExternalScheme, ExternalName, SameSiteMode.Lax, StepTime);
        builder.Services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure(options =>
        {
            options.LoginPath = "/admin/logg-inn";
            options.ReturnUrlParameter = "til";
            options.SlidingExpiration = false;
            options.Events.OnValidatePrincipal = RecogniseAsync;
            var toSignIn = options.Events.OnRedirectToLogin;
            options.Events.OnRedirectToLogin = challenge =>
            {
                if (!challenge.HttpContext.Items.ContainsKey(Unreadable))
                {
                    return toSignIn(challenge);
                }

                challenge.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            };
            options.Events.OnRedirectToAccessDenied = denied =>
            {
                denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        builder.Services.AddOptions<PageCacheOptions>().Configure<IOptions<PublicAddress>>((cache, site) => cache.PrivateCookies.Add(site.Value.CookieName(Name)));
    }

    private static void Shape(WebApplicationBuilder builder, string scheme, string name, SameSiteMode sameSite, TimeSpan lasts) =>
        builder.Services.AddOptions<CookieAuthenticationOptions>(scheme).Configure<IOptions<PublicAddress>, TimeProvider>((options, site, time) =>
        {
            options.Cookie.Name = site.Value.CookieName(name);
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = sameSite;
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = site.Value.SecureCookies ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.ExpireTimeSpan = lasts;
            options.TimeProvider = time;
        });

    /// <summary>The session's row decides, at every request. With the database away a person is a visitor: public pages go on, and a staff page says that it is away.</summary>
    /// <remarks>Nothing may be thrown from here: the framework keeps the outcome for the whole request, and the error page would fail with it.</remarks>
    private static async Task RecogniseAsync(CookieValidatePrincipalContext context)
    {
        try
        {
            var sessions = context.HttpContext.RequestServices.GetRequiredService<StaffSessions>();
            if (context.Principal?.FindFirst(StaffSessions.SecretClaim)?.Value is { } secret
                && await sessions.FindAsync(secret, context.HttpContext.IsInBackground, context.HttpContext.RequestAborted) is { } person)
            {
                context.ReplacePrincipal(person.ToPrincipal());
                return;
            }
        }
        catch (DbException)
        {
            context.HttpContext.Items[Unreadable] = true;
        }

        context.RejectPrincipal();
    }
}
