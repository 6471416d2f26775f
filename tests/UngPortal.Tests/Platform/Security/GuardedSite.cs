using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Security;

namespace UngPortal.Tests.Platform.Security;

/// <summary>An edge with one endpoint for each kind of answer.</summary>
internal static class GuardedSite
{
    public static Task<EdgeSite> StartAsync(params string[] settings) => EdgeSite.StartAsync(
        app =>
        {
            app.MapGet("/side", () => Results.Text("<p>side</p>", "text/html; charset=utf-8")).WithMetadata(new CachedPageAttribute());
            app.MapGet("/vanlig", () => "plain");
            app.MapGet("/feil", string () => throw new InvalidOperationException("x"));
            app.MapGet("/videre", () => Results.Redirect("/side"));
            app.MapGet("/tegning.svg", () => Results.Text("<svg/>", "image/svg+xml"));
            app.MapGet("/uendret.svg", () => Results.StatusCode(304));
            app.MapGet("/fast.css", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "max-age=31536000, immutable";
                return Results.Text("a{}", "text/css");
            });
            app.MapGet("/samtale", () => "camera").WithMetadata(new CameraPageAttribute());
            app.MapGet("/hvem", (HttpContext context) => $"{context.Request.Scheme} {context.Request.Host} {context.Connection.RemoteIpAddress}");
            app.MapPost("/skjema", () => "sent").RequireRateLimiting(RateLimits.Forms);
            app.MapGet("/skjema", () => "form").RequireRateLimiting(RateLimits.Forms);
            app.MapGet("/sok", () => "found").RequireRateLimiting(RateLimits.Search);
            app.MapDelete("/api/ting", () => "deleted");
            app.Map("/alt", () => "any");
        },
        builder => builder.Configuration.AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))));
}
