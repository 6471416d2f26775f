using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Publications;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Feeds;

/// <summary>What machines read: the sitemap with every language version, the Atom feed of each language, and robots.txt.</summary>
public static class FeedsFeature
{
    private const int FeedLength = 30;
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] FixedPaths = ["/", "/tema", "/artikler", "/video", "/illustrasjoner", "/hjelp-na"];

    public static void MapFeeds(this WebApplication app)
    {
        app.MapGet("/sitemap.xml", SitemapAsync).WithMetadata(new CachedPageAttribute());
        app.MapGet("/feed.atom", FeedAsync).WithMetadata(new CachedPageAttribute());
        app.MapGet("/robots.txt", (IOptions<PublicAddress> site) => Results.Text(
            $"User-agent: *\nDisallow: /forlat\nDisallow: /sok\nDisallow: /tilbakemelding\nDisallow: /innstillinger\nSitemap: {site.Value.Absolute("/sitemap.xml")}\n", "text/plain; charset=utf-8"))
            .WithMetadata(new CachedPageAttribute());
    }

    private static async Task<IResult> SitemapAsync(
        HttpContext context, PortalDbContext db, TimeProvider time, IOptions<PublicAddress> site, IOptions<LanguageOptions> languages, CancellationToken cancellationToken)
    {
        context.CacheTag("content");
        var publications = await db.Publications.AsNoTracking().Live(time.GetUtcNow().UtcDateTime).OrderBy(p => p.Kind).ThenBy(p => p.Slug)
            .Select(p => new { p.Kind, p.Slug, p.ChangedAt, Languages = p.Texts.Select(text => text.Language).ToList() }).ToListAsync(cancellationToken);
        var topics = await TopicTree.ReadAsync(db, cancellationToken);
        var newest = publications.Count == 0 ? (DateTime?)null : publications.Max(p => p.ChangedAt);
        var all = languages.Value.All.Select(language => language.Code).ToList();
        var pages = FixedPaths.Select(path => (Path: path, At: newest, Languages: all))
            .Concat(topics.All.Select(topic => (Path: $"/tema/{topic.Slug}", At: newest, Languages: all)))
            .Concat(publications.Select(p => (Path: Teaser.PathOf(p.Kind, p.Slug), At: (DateTime?)p.ChangedAt, p.Languages)));

        var urls = from page in pages
                   from language in languages.Value.All
                   where page.Languages.Contains(language.Code)
                   select new XElement(
                       Sitemap + "url",
                       new XElement(Sitemap + "loc", site.Value.Absolute(language.PathPrefix + page.Path)),
                       page.At is { } at ? new XElement(Sitemap + "lastmod", at.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)) : null,
                       languages.Value.All.Where(other => page.Languages.Contains(other.Code) && page.Languages.Count > 1).Select(other => new XElement(
                           Xhtml + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", other.Code), new XAttribute("href", site.Value.Absolute(other.PathPrefix + page.Path)))));
        return Xml(new XElement(Sitemap + "urlset", new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml), urls), "application/xml; charset=utf-8");
    }

    private static async Task<IResult> FeedAsync(
        HttpContext context, PortalDbContext db, TeaserReader teasers, TimeProvider time, IOptions<PublicAddress> site, IStringLocalizer<Ui> texts, CancellationToken cancellationToken)
    {
        context.CacheTag("content");
        var language = context.Language;
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var newest = await teasers.ReadAsync(
            db.Publications.Live(time.GetUtcNow().UtcDateTime).Where(p => (p.Kind == PublicationKind.Article || p.Kind == PublicationKind.Video) && p.Texts.Any(text => text.Language == language.Code))
                .OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Slug).Take(FeedLength),
            tree, language, cancellationToken);
        var self = site.Value.Absolute(language.PathPrefix + "/feed.atom");
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", language.Code),
            new XElement(Atom + "id", self),
            new XElement(Atom + "title", "UngPortal"),
            new XElement(Atom + "subtitle", texts["Home_Description"].Value),
            new XElement(Atom + "updated", Stamp(newest.Count == 0 ? DateTime.UnixEpoch : newest.Max(teaser => teaser.PublishedAt))),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", self)),
            new XElement(Atom + "link", new XAttribute("href", site.Value.Absolute(language.PathPrefix + "/"))),
            new XElement(Atom + "author", new XElement(Atom + "name", "UngPortal")),
            newest.Select(teaser => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", site.Value.Absolute(language.PathPrefix + teaser.Path)),
                new XElement(Atom + "title", teaser.Title),
                new XElement(Atom + "updated", Stamp(teaser.PublishedAt)),
                new XElement(Atom + "link", new XAttribute("href", site.Value.Absolute(language.PathPrefix + teaser.Path))),
                new XElement(Atom + "summary", teaser.Ingress))));
        return Xml(feed, "application/atom+xml; charset=utf-8");
    }

    private static string Stamp(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private static IResult Xml(XElement root, string contentType) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n", contentType);
}
