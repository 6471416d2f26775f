using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Markdown;
using UngPortal.Platform.Media;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Web;

namespace UngPortal.Platform;

/// <summary>Wires the machinery that knows no feature.</summary>
public static class PlatformWiring
{
    private static readonly string[] EmbedKinds = ["figur", "video", "tjeneste"];

    /// <summary>Registers the platform's services.</summary>
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Host.UseDefaultServiceProvider(provider => provider.ValidateOnBuild = provider.ValidateScopes = true);
        services.AddSingleton(TimeProvider.System);
        services.AddOptions<PublicAddress>().BindConfiguration(PublicAddress.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<LanguageOptions>().BindConfiguration(LanguageOptions.Section).ValidateOnStart();
        services.AddOptions<DataFolder.Settings>().BindConfiguration("DataFolder");
        services.AddSingleton<DataFolder>();
        services.AddSingleton<MediaFolder>();
        services.AddSingleton(new MarkdownRenderer(EmbedKinds));
        services.AddLocalization();
        services.AddSingleton<OutboxFollower>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxFollower>());
        services.AddRazorPages().WithRazorPagesRoot("/Features");
        builder.AddPortalData();
    }

    /// <summary>Builds the request pipeline.</summary>
    public static void UsePlatform(this WebApplication app)
    {
        app.UseMiddleware<LanguagePrefix>();
        app.UseRouting();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
    }
}
