using UngPortal.Platform.Caching;
using UngPortal.Platform.Logging;
using UngPortal.Platform.Security;

namespace UngPortal.Platform;

/// <summary>Wires the machinery that knows no feature.</summary>
public static class PlatformWiring
{
    /// <summary>Registers the platform's services.</summary>
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddPortalLogging();
        builder.AddPortalSecurity();
        builder.AddPageCache();
        builder.Services.AddRazorPages().WithRazorPagesRoot("/Features");
    }

    /// <summary>Builds the request pipeline. The security headers stand outside all of it.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UsePortalProxies();
        app.UsePortalRequestLog();
        app.UseStoredPages();
        app.UseRouting();
        app.UsePortalGuards();
        app.UsePageRendering();
        app.MapPolicyReports();
        app.MapStaticAssets();
        app.MapRazorPages();
    }
}
