using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services.Checking;
using UngPortal.Features.Services.Confirming;
using UngPortal.Features.Services.Counting;
using UngPortal.Features.Services.Finding;
using UngPortal.Features.Services.Importing;
using UngPortal.Features.Services.Refreshing;
using UngPortal.Features.Services.Upkeep;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Outbox;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Services;

public static class ServicesFeature
{
    private static readonly string[] QueryKeys = ["kanal", "apen"];

    private const int MenuPosition = 30;

    public static void AddServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PageCacheOptions>().Configure(cache => Array.ForEach(QueryKeys, cache.QueryKeys.Add));
        builder.Services.AddScoped<IContentImport, HelplineImport>();
        builder.Services.AddScoped<IContentImport, PlaceImport>();
        builder.Services.AddScoped<NearbyServices>();
        builder.Services.AddScoped<NearestLocal>();
        builder.Services.AddSingleton<FinderChoicesCopy>();
        builder.Services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<FinderChoicesCopy>());
        builder.Services.AddScoped<RegisterDesk>();
        builder.Services.AddScoped<IMyWork, RegisterWork>();
        builder.Services.AddSingleton<ConfirmLinks>();
        builder.Services.AddSingleton<LinkProbe>();
        builder.Services.AddHttpClient(LinkProbe.Client).ConfigurePrimaryHttpMessageHandler(LinkProbe.Outwards);
        builder.Services.AddSingleton(new StaffMenuEntry(MenuPosition, "/admin/tjenester", "Register_Title", StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor));
        builder.Services.AddNightlyJob<AssuranceRound>(hour: 6, minute: 30);
        builder.Services.AddNightlyJob<LinkCheck>(hour: 2, minute: 20);
        builder.Services.AddNightlyJob<ReportRetention>(hour: 3, minute: 15);
        builder.Services.AddNightlyJob<VisitRetention>(hour: 3, minute: 25);
        builder.Services.AddSingleton<VisitCounts>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<VisitCounts>());
        builder.Services.AddSingleton(provider => new HelpNowCopy(
            provider.GetRequiredService<DataFolder>().PathOf("help-now.json"),
            token => TakeSnapshotAsync(provider.GetRequiredService<IServiceScopeFactory>(), token),
            provider.GetRequiredService<ILogger<HelpNowCopy>>()));
        builder.Services.AddHostedService<HelpNowRefresh>();
        builder.Services.AddScoped<ChosenServices>();
        builder.Services.AddSingleton<LocalBook>();
        builder.Services.AddSingleton<IOutboxHandler>(provider => provider.GetRequiredService<LocalBook>());
        builder.Services.AddSingleton<IOutboxHandler, HelpNowOutboxHandler>();
    }

    /// <summary>Maps the address where pages tell that somebody went on to a service.</summary>
    public static void MapServices(this WebApplication app) =>
        app.MapPost(OnwardClicks.Path, OnwardClicks.CountAsync).RequireRateLimiting(RateLimits.Search).AllowAnonymous().DisableAntiforgery();

    private static async Task<HelpNowSnapshot> TakeSnapshotAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return HelpNowSnapshot.Of(await db.Services.AsNoTracking().Where(service => service.Kind != ServiceKind.Local).Include(service => service.Channels).AsSplitQuery().ToListAsync(cancellationToken));
    }
}
