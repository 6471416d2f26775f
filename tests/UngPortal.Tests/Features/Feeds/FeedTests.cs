using System.Globalization;
using System.Net;
using System.Xml.Linq;
using UngPortal.Testing;
using UngPortal.Tests.Crawl;

namespace UngPortal.Tests.Features.Feeds;

/// <summary>What machines read.</summary>
[Collection(ShippedSite.Name)]
public sealed class FeedTests(PortalApp app)
{
    private const string Origin = "https://localhost";
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Sitemap_EveryAddress_AnswersAndIsCanonical()
    {
        var sitemap = await XmlAsync("/sitemap.xml", "application/xml");
        var urls = sitemap.Root!.Elements(Sitemap + "url").ToList();
        using var visitor = app.CreateVisitor();

        Assert.Equal(Sitemap + "urlset", sitemap.Root.Name);
        Assert.InRange(urls.Count, 300, 50_000);
        Assert.Equal(urls.Count, urls.Select(url => url.Element(Sitemap + "loc")!.Value).Distinct().Count());
        foreach (var url in urls)
        {
            var address = url.Element(Sitemap + "loc")!.Value;
            Assert.StartsWith(Origin + "/", address, StringComparison.Ordinal);
            Assert.True(DateTime.TryParseExact(url.Element(Sitemap + "lastmod")?.Value, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), address);
            var page = await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri(address)));
            Assert.True(page.Status == HttpStatusCode.OK, $"{address} answers {page.Status}");
            Assert.Equal(address, page.Document.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            Assert.Equal(
                page.Document.QuerySelectorAll("link[rel=alternate][hreflang]").Where(link => link.GetAttribute("hreflang") != "x-default").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal),
                url.Elements(Xhtml + "link").Select(link => link.Attribute("href")!.Value).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Sitemap_HoldsEveryPage_ThatACrawlFindsForSearchEngines()
    {
        var known = (await XmlAsync("/sitemap.xml", "application/xml")).Descendants(Sitemap + "loc").Select(loc => loc.Value).ToHashSet(StringComparer.Ordinal);

        var missing = (await SiteCrawl.OfAsync(app)).Pages.Where(page => page.Value.Canonical == Origin + page.Key && !page.Key.Contains('?', StringComparison.Ordinal) && !known.Contains(Origin + page.Key));

        Assert.Empty(missing.Select(page => page.Key));
    }

    [Theory]
    [InlineData("", "nb")]
    [InlineData("/nn", "nn")]
    [InlineData("/en", "en")]
    public async Task Atom_EachLanguage_HasWhatTheFormatAsksFor(string prefix, string language)
    {
        var feed = (await XmlAsync(prefix + "/feed.atom", "application/atom+xml")).Root!;
        var entries = feed.Elements(Atom + "entry").ToList();

        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")?.Value);
        Assert.All(["id", "title", "updated", "author"], name => Assert.Single(feed.Elements(Atom + name)));
        Assert.Equal($"{Origin}{prefix}/feed.atom", feed.Elements(Atom + "link").Single(link => link.Attribute("rel")?.Value == "self").Attribute("href")!.Value);
        Assert.InRange(entries.Count, 10, 30);
        Assert.Equal(entries.Count, entries.Select(entry => entry.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.All(entries, entry =>
        {
            Assert.All(["id", "title", "updated", "summary", "link"], name => Assert.False(string.IsNullOrWhiteSpace(entry.Element(Atom + name)?.Value + entry.Element(Atom + name)?.Attribute("href")?.Value)));
            Assert.True(DateTimeOffset.TryParse(entry.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
            Assert.StartsWith($"{Origin}{prefix}/", entry.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal);
        });
        var page = await app.GetPageAsync(entries[0].Element(Atom + "link")!.Attribute("href")!.Value[Origin.Length..]);
        Assert.Equal((HttpStatusCode.OK, entries[0].Element(Atom + "title")!.Value), (page.Status, page.TextOf("h1")));
    }

    [Fact]
    public async Task Robots_KeepsToolsOut_AndNamesTheSitemap()
    {
        using var visitor = app.CreateVisitor();

        var text = await visitor.GetStringAsync(new Uri("/robots.txt", UriKind.Relative));

        Assert.Equal("User-agent: *", text.Split('\n')[0]);
        Assert.All(["/sok", "/forlat", "/tilbakemelding", "/innstillinger"], path => Assert.Contains($"Disallow: {path}\n", text, StringComparison.Ordinal));
        Assert.Contains($"Sitemap: {Origin}/sitemap.xml\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OfARunningSite_IsHealthyAndSaysNoMore(string path)
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.OK, "Healthy"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Contains("no-store", ResponseRules.Header(response, "Cache-Control"), StringComparison.Ordinal);
    }

    private async Task<XDocument> XmlAsync(string path, string type)
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, type), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return XDocument.Parse(await response.Content.ReadAsStringAsync());
    }
}
