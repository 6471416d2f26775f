using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Caching;
using UngPortal.Testing;

namespace UngPortal.Tests.Architecture;

/// <summary>Every address of the site in one table: route · page or endpoint · methods · rate limit · cache.</summary>
[Collection(ShippedSite.Name)]
public sealed class RouteTableTests(PortalApp app)
{
    /// <summary>How the framework finds bundled files that were not published; it is not there in production.</summary>
    private const string UnpublishedFiles = "{**path:file}";

    private static readonly string[] Table =
    [
        "/ · Home/Index · GET · all · cached to the minute",
        "/artikler · Articles/Index · GET · all · cached",
        "/artikler/{slug} · Articles/Article · GET · all · cached to the minute",
        "/csp-rapport · endpoint · POST · reports · not cached",
        "/feed.atom · endpoint · GET · all · cached",
        "/feil/{status:int} · Errors/Index · GET, POST · all · not cached",
        "/forlat · endpoint · GET · all · not cached",
        "/health/live · endpoint · any · none · not cached",
        "/health/ready · endpoint · any · none · not cached",
        "/hjelp-na · Safety/HelpNow · GET · all · cached to the minute",
        "/illustrasjoner · Illustrations/Index · GET · all · cached",
        "/illustrasjoner/{slug} · Illustrations/Illustration · GET · all · cached to the minute",
        "/innstillinger/{handler:regex(^token$)?} · Settings/Index · GET, POST · all · not cached",
        "/robots.txt · endpoint · GET · all · cached",
        "/sitemap.xml · endpoint · GET · all · cached",
        "/sok · Search/Index · GET · search · compressed",
        "/sok/forslag · endpoint · GET · search · not cached",
        "/tema · TopicPages/Index · GET · all · cached",
        "/tema/{slug} · TopicPages/Topic · GET · all · cached to the minute",
        "/tilbakemelding · Feedback/Index · GET, POST · forms · not cached",
        "/tilbakemelding/takk · Feedback/Thanks · GET · all · not cached",
        "/video · Videos/Index · GET · all · cached",
        "/video/{slug} · Videos/Video · GET · all · cached to the minute",
        "/{slug} · Pages/PlainPage · GET · all · cached",
    ];

    [Fact]
    public async Task Routes_OfTheSite_AreThoseOfTheTable()
    {
        var rows = new HashSet<string>(StringComparer.Ordinal);
        foreach (var endpoint in Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            rows.Add(await RowAsync(endpoint));
        }

        Assert.Equal(Table, rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Files_ThatTheBuildMade_AllLieUnderAssets()
    {
        var files = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.StartsWith("assets/", file.TrimStart('/'), StringComparison.Ordinal));
    }

    private IEnumerable<RouteEndpoint> Endpoints()
    {
        app.CreateVisitor().Dispose();
        return app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Where(endpoint => endpoint.RoutePattern.RawText != UnpublishedFiles);
    }

    /// <summary>What a page's attributes say is known once the page is loaded.</summary>
    private async Task<string> RowAsync(RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
        {
            return string.Join(" · ", route, "endpoint", Methods(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods), Limit([.. endpoint.Metadata]), Cache([.. endpoint.Metadata]));
        }

        var compiled = await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        var methods = compiled.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).DefaultIfEmpty("GET").Distinct();
        return string.Join(" · ", route, page.ViewEnginePath.TrimStart('/'), Methods(methods), Limit([.. compiled.EndpointMetadata]), Cache([.. compiled.EndpointMetadata]));
    }

    private static string Methods(IEnumerable<string>? methods) => methods is null ? "any" : string.Join(", ", methods.Order(StringComparer.Ordinal));

    private static string Limit(List<object> metadata) =>
        metadata.Exists(item => item is DisableRateLimitingAttribute) ? "none" : metadata.OfType<EnableRateLimitingAttribute>().LastOrDefault()?.PolicyName ?? "all";

    private static string Cache(List<object> metadata) => metadata.OfType<CachedPageAttribute>().LastOrDefault() switch
    {
        { UntilNextMinute: true } => "cached to the minute",
        { } => "cached",
        null => metadata.Exists(item => item is CompressedPageAttribute) ? "compressed" : "not cached",
    };
}
