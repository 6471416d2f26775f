using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services.Finding;
using UngPortal.Features.Services.Importing;
using UngPortal.Features.Services.Refreshing;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Importing;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Services;

public static class ServicesFeature
{
    private static readonly string[] QueryKeys = ["kanal", "apen", "sted", "lat", "lon", "hva", "dropin", "om", "hast", "hvordan"];

    public static void AddServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PageCacheOptions>().Configure(cache => Array.ForEach(QueryKeys, cache.QueryKeys.Add));
        builder.Services.AddScoped<IContentImport, HelplineImport>();
        builder.Services.AddScoped<IContentImport, PlaceImport>();
        builder.Services.AddScoped<NearbyServices>();
        builder.Services.AddSingleton(provider => new HelpNowCopy(
            provider.GetRequiredService<DataFolder>().PathOf("help-now.json"),
            token => TakeSnapshotAsync(provider.GetRequiredService<IServiceScopeFactory>(), token),
            provider.GetRequiredService<ILogger<HelpNowCopy>>()));
        builder.Services.AddHostedService<HelpNowRefresh>();
        builder.Services.AddSingleton<IOutboxHandler, HelpNowOutboxHandler>();
    }

    private static async Task<HelpNowSnapshot> TakeSnapshotAsync(IServiceScopeFactory scopes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        return HelpNowSnapshot.Of(await db.Services.AsNoTracking().Where(service => service.Kind != ServiceKind.Local).Include(service => service.Channels).AsSplitQuery().ToListAsync(cancellationToken));
    }
}
