using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace UngPortal.Platform.Caching;

/// <summary>Registers the page cache and places its two halves.</summary>
public static class CachingWiring
{
    /// <summary>Adds <see cref="PageCache"/> and what it needs; wants a <see cref="TimeProvider"/>.</summary>
    public static void AddPageCache(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PageCacheOptions>().BindConfiguration(PageCacheOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<PageCache>();
        builder.Services.AddSingleton<PageKeys>();
        builder.Services.AddSingleton<PageFlights>();
        builder.Services.AddSingleton<PageFailures>();
        builder.Services.AddSingleton<PageRenderer>();
        builder.Services.AddSingleton<PageReadings>();
        builder.Services.AddSingleton<PageSending>();
        builder.Services.AddSingleton<PageRecompression>();
        builder.Services.AddHostedService(services => services.GetRequiredService<PageRecompression>());
        if (builder.Configuration.GetSection(PageCacheOptions.Section).Get<PageCacheOptions>() is not { AnswersWhereHeard: false })
        {
            builder.WebHost.UseSockets(ReadAtOnce);
        }
    }

    /// <summary>Answers from stored pages: outside everything but the headers.</summary>
    public static void UseStoredPages(this IApplicationBuilder app) => app.UseMiddleware<PageLookup>();

    /// <summary>Renders and stores marked pages: after routing, rate limits and authorization.</summary>
    public static void UsePageRendering(this IApplicationBuilder app) => app.UseMiddleware<PageRendering>();

    /// <summary>Reads a request in one call and goes on where it was heard; <see cref="SocketThread"/> tells where that is. Costs 4 kB for each idle connection.</summary>
    private static void ReadAtOnce(SocketTransportOptions options)
    {
        options.WaitForDataBeforeAllocatingBuffer = false;
        options.UnsafePreferInlineScheduling = true;
    }
}
