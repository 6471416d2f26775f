using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Testing;

namespace UngPortal.Tests.Edge;

/// <summary>The site on a port of its own, noting the path of each request that its server makes of the bytes.</summary>
public sealed class CountingSite : PortalApp
{
    public CountingSite()
    {
        With("Site:SecureCookies", "false");
        UseKestrel(0);
    }

    /// <summary>The paths, in the order they came.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    public Uri Address
    {
        get
        {
            StartServer();
            return new UriBuilder("http", "127.0.0.1", ClientOptions.BaseAddress.Port).Uri;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter>(new Counter(Asked))));
    }

    private sealed class Counter(ConcurrentQueue<string> asked) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(following => context =>
            {
                // What begins when the other side is gone is refused by the guard, and nobody gets an answer.
                if (!context.RequestAborted.IsCancellationRequested)
                {
                    asked.Enqueue(context.Request.Path.Value ?? "");
                }

                return following(context);
            });
            next(app);
        };
    }
}
