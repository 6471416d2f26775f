using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Caching;

namespace UngPortal.Tests.Platform.Caching;

/// <summary>An edge with one page under several marks.</summary>
internal static class CachedSite
{
    public static Task<EdgeSite> StartAsync(CountedPage page, Action<PageCacheOptions>? configure = null) => EdgeSite.StartAsync(
        app =>
        {
            var cached = new CachedPageAttribute();
            app.MapMethods("/side", ["GET", "HEAD"], page.WriteAsync).WithMetadata(cached);
            app.MapGet("/sider/{name}", page.WriteAsync).WithMetadata(cached);
            app.MapGet("/minutt", page.WriteAsync).WithMetadata(new CachedPageAttribute { UntilNextMinute = true });
            app.MapGet("/sok", page.WriteAsync).WithMetadata(new CompressedPageAttribute());
            app.MapGet("/umerket", page.WriteAsync);
            app.MapGet("/ekko", (HttpContext context) => Results.Text($"{context.Request.QueryString}|{context.Request.Headers.Cookie}", "text/plain")).WithMetadata(cached);
            app.MapGet("/kake", (HttpContext context) =>
            {
                context.Response.Cookies.Append("a", "b");
                return page.WriteAsync(context);
            }).WithMetadata(cached);
            app.MapGet("/borte", () => Results.Text("gone", "text/plain", statusCode: 410)).WithMetadata(cached);
            app.MapGet("/videre", () => Results.Redirect("/side")).WithMetadata(cached);
        },
        builder =>
        {
            if (configure is not null)
            {
                builder.Services.Configure(configure);
            }
        });
}
