using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Search;
using UngPortal.Features.SelfHelpTools.Certifying;
using UngPortal.Features.SelfHelpTools.Importing;
using UngPortal.Features.SelfHelpTools.Reporting;
using UngPortal.Platform.Access;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.SelfHelpTools;

public static class SelfHelpToolsFeature
{
    private static readonly string[] QueryKeys = ["plattform", "sprak", "pris", "frakoblet", "merket"];

    public static void AddSelfHelpTools(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<PageCacheOptions>().Configure(cache => Array.ForEach(QueryKeys, cache.QueryKeys.Add));
        services.AddSingleton<ToolCopy>();
        services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<ToolCopy>());
        services.AddSingleton<IOutboxHandler, ToolEviction>();
        services.AddScoped<ToolsForTopic>();
        services.AddScoped<IContentImport, ToolImport>();
        services.AddScoped<IContentImport, CriteriaImport>();
        services.AddScoped<ISearchSource, ToolDocuments>();
        services.AddScoped<ToolDesk>();
        services.AddScoped<ScreenshotShelf>();
        services.AddScoped<IPictureUses, ToolPictureUses>();
        services.AddScoped<AssessmentDesk>();
        services.AddScoped<IMyWork, ToolWork>();
        services.AddSingleton(new StaffMenuEntry(15, "/admin/verktoy", "ToolDesk_Menu", ToolDesk.Readers));
        services.AddNightlyJob<ToolReviewDue>(hour: 3, minute: 14);
        services.AddNightlyJob<ToolReportRetention>(hour: 3, minute: 12);
    }
}
