using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Logging;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Media;
using UngPortal.Platform.Media.Storing;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Sealing;
using UngPortal.Platform.Security;
using UngPortal.Platform.Web;

namespace UngPortal.Platform;

/// <summary>Wires the machinery that knows no feature.</summary>
public static class PlatformWiring
{
    private static readonly string[] EmbedKinds = ["figur", "tjeneste"];
    private static readonly string[] InlineKinds = ["innstilling"];

    /// <summary>Registers the platform's services.</summary>
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddPortalLogging();
        builder.AddPortalSecurity();
        builder.AddPortalAccess();
        builder.AddPortalAudit();
        builder.AddPortalSealing();
        builder.AddPageCache();
        builder.AddPortalData();
        builder.AddPortalWeb();
        builder.AddPortalMedia();
        builder.Services.AddSingleton(new MarkdownRenderer(EmbedKinds, InlineKinds));
        builder.AddPortalMail();
        builder.Services.AddSingleton<OutboxFollower>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<OutboxFollower>());
    }

    /// <summary>Builds the request pipeline. The security headers stand outside all of it.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UsePortalProxies();
        app.UseStoredPages();
        app.UsePortalRequestLog();
        app.UseErrorPages();
        app.UseMiddleware<LanguagePrefix>();
        app.UseMedia();
        app.UseLastingFonts();
        app.UseRouting();
        app.UsePortalGuards();
        app.UsePageRendering();
        app.MapPolicyReports();
        app.MapHealth();
        app.MapStoredMedia();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
