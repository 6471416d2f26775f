using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace UngPortal.Platform.Security;

/// <summary>Registers and places what keeps the site's edge: headers, host, proxy, foreign requests, rate limits, server limits.</summary>
public static class SecurityWiring
{
    private const int KiB = 1024;
    private static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(20);

    /// <summary>Adds all of it. The security headers place themselves, outermost.</summary>
    public static void AddPortalSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, SecurityHeadersFirst>());
        builder.Services.AddOptions<SecurityHeaderOptions>().BindConfiguration(SecurityHeaderOptions.Section);
        builder.Services.AddSingleton<PolicyReports>();
        builder.AddHostAndProxy();
        builder.AddRateLimits();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Shutdown);
        builder.WebHost.ConfigureKestrel(LimitKestrel);
    }

    /// <summary>Believes configured proxies; before anything that looks at scheme or address.</summary>
    public static void UsePortalProxies(this WebApplication app) => app.UseKnownProxies();

    /// <summary>Refuses foreign, unknown and too many requests, then asks who it is; right after routing.</summary>
    /// <remarks>Named here, authentication no longer places itself outside everything, where each stored page would pay for it.</remarks>
    public static void UsePortalGuards(this WebApplication app)
    {
        app.UseMiddleware<FetchGuard>();
        app.UseMiddleware<RateLimitGuard>();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Maps the address where browsers report breaches of the content security policy.</summary>
    public static void MapPolicyReports(this WebApplication app) => app
        .MapPost(SecurityHeaders.ReportPath, async (HttpContext context, PolicyReports reports) =>
            Results.StatusCode(await reports.ReceiveAsync(context.Request, context.RequestAborted)))
        .RequireRateLimiting(RateLimits.Reports).AllowAnonymous().DisableAntiforgery();

    private static void LimitKestrel(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestLineSize = 8 * KiB;
        options.Limits.MaxRequestHeadersTotalSize = 32 * KiB;
        options.Limits.MaxRequestBodySize = KiB * KiB;
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        options.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
