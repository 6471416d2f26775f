using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UngPortal.BrowserTests.Site;

/// <summary>The page that "Forlat siden" leads to in the tests, on this machine, so that no foreign host is asked.</summary>
internal sealed class NeutralSite : IAsyncDisposable
{
    public const string Title = "Været";
    private readonly WebApplication _app;

    private NeutralSite(WebApplication app) => _app = app;

    /// <summary>Its address, with a final slash.</summary>
    public string Address => _app.Urls.First().TrimEnd('/') + "/";

    public static async Task<NeutralSite> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/{**path}", () => Results.Content($"<!DOCTYPE html><html lang=\"nb\"><head><title>{Title}</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>{Title}</h1></body></html>", "text/html; charset=utf-8"));
        await app.StartAsync();
        return new NeutralSite(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
