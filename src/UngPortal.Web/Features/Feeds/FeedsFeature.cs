using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Feeds;

/// <summary>What machines read: the sitemap with every language version, the Atom feed of each language, and robots.txt.</summary>
public static class FeedsFeature
{
    private const int FeedLength = 30;

    /// <summary>A sitemap holds 50 000 addresses at most.</summary>
    private const int MostAnswers = 40_000;
    private const int MostPlaces = 2_000;
    private static readonly XNamespace Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly string[] FixedPaths = ["/", "/tema", "/sporsmal", "/still-sporsmal", "/sjekk-svar", "/artikler", "/video", "/illustrasjoner", "/hjelp-na", "/hjelp-naer-deg", "/finn-hjelp", "/tjenester", "/verktoy", "/api"];

    public static void MapFeeds(this WebApplication app)
    {
        app.MapGet("/sitemap.xml", SitemapAsync).WithMetadata(new CachedPageAttribute()).AllowAnonymous();
        app.MapGet("/feed.atom", FeedAsync).WithMetadata(new CachedPageAttribute()).AllowAnonymous();
        app.MapGet("/robots.txt", (IOptions<PublicAddress> site) => Results.Text(
            $"User-agent: *\nDisallow: /forlat\nDisallow: /sok\nDisallow: /sporsmal/sok\nDisallow: /tilbakemelding\nDisallow: /innstillinger\nSitemap: {site.Value.Absolute("/sitemap.xml")}\n", "text/plain; charset=utf-8"))
            .WithMetadata(new CachedPageAttribute()).AllowAnonymous();
    }

    private static async Task<IResult> SitemapAsync(
        HttpContext context, CatalogueCopy copy, AnswerLists answers, HelpNowCopy services, ToolCopy tools, PortalDbContext db, TimeProvider time, IOptions<PublicAddress> site, IOptions<LanguageOptions> languages, CancellationToken cancellationToken)
    {
        context.CacheTag("content");
        context.CacheTag(AnswerEviction.ListTag);
        context.CacheTag(ToolEviction.Tag);
        var now = time.GetUtcNow().UtcDateTime;
        var catalogue = await copy.ReadAsync(cancellationToken);
        var publications = catalogue.Entries.Where(entry => entry.IsLive(now)).OrderBy(entry => entry.Kind).ThenBy(entry => entry.Slug, StringComparer.Ordinal).ToList();
        var newest = publications.Count == 0 ? (DateTime?)null : publications.Max(p => p.ChangedAt);
        var all = languages.Value.All.Select(language => language.Code).ToList();
        var local = await db.Services.AsNoTracking().Where(service => service.Kind == ServiceKind.Local && service.State == ServiceState.Listed).OrderBy(service => service.Slug).Take(MostPlaces)
            .Select(service => new { service.Slug, service.Assured }).ToListAsync(cancellationToken);
        var pages = FixedPaths.Select(path => (Path: path, At: newest, Languages: all))
            .Concat(catalogue.Topics.All.Select(topic => (Path: $"/tema/{topic.Slug}", At: newest, Languages: all)))
            .Concat(services.Current.Entries.Where(service => service.Assured is not null).Select(service => (Path: $"/tjenester/{service.Slug}", At: (DateTime?)service.Assured!.Value.ToDateTime(TimeOnly.MinValue), Languages: all)))
            .Concat(local.Select(service => (Path: $"/tjenester/{service.Slug}", At: (DateTime?)service.Assured.ToDateTime(TimeOnly.MinValue), Languages: all)))
            .Concat((await tools.ReadAsync(cancellationToken)).Select(tool => (Path: $"/verktoy/{tool.Slug}", At: (DateTime?)tool.ChangedAt, Languages: all)))
            .Concat(publications.Select(p => (Path: Teaser.PathOf(p.Kind, p.Slug), At: (DateTime?)p.ChangedAt, Languages: p.Versions.Select(version => version.Language).ToList())))
            .Concat((await answers.AddressesAsync(MostAnswers, OsloTime.DayOf(now).AddYears(-3), cancellationToken)).Select(answer => (answer.Path, At: (DateTime?)answer.ChangedAt, Languages: new List<string> { answer.Language })));

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
        HttpContext context, CatalogueCopy copy, AnswerLists answers, TimeProvider time, IOptions<PublicAddress> site, IStringLocalizer<Ui> texts, CancellationToken cancellationToken)
    {
        context.CacheTag("content");
        context.CacheTag(AnswerEviction.ListTag);
        var language = context.Language;
        var now = time.GetUtcNow().UtcDateTime;
        var catalogue = await copy.ReadAsync(cancellationToken);
        var (newest, _) = catalogue.Page(
            catalogue.Entries.Where(entry => entry.Kind is PublicationKind.Article or PublicationKind.Video && entry.IsLive(now) && entry.Versions.Any(version => version.Language == language.Code)),
            1, FeedLength, language);
        var asked = await answers.NewestAsync(AnswerPlace.Everywhere, FeedLength * 2, cancellationToken);
        var entries = newest.Select(teaser => (teaser.Path, teaser.Title, Summary: teaser.Ingress, At: teaser.PublishedAt))
            .Concat(asked.Where(answer => answer.Language == language.Code).Select(answer => (answer.Path, answer.Title, Summary: answer.Excerpt, At: answer.Origin == AnswerOrigin.Asked ? answer.PublishedAt : answer.AnsweredAt.ToDateTime(new TimeOnly(5, 0), DateTimeKind.Utc))))
            .OrderByDescending(entry => entry.At).Take(FeedLength).ToList();
        var self = site.Value.Absolute(language.PathPrefix + "/feed.atom");
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", language.Code),
            new XElement(Atom + "id", self),
            new XElement(Atom + "title", "UngPortal"),
            new XElement(Atom + "subtitle", texts["Home_Description"].Value),
            new XElement(Atom + "updated", Stamp(entries.Count == 0 ? DateTime.UnixEpoch : entries[0].At)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("href", self)),
            new XElement(Atom + "link", new XAttribute("href", site.Value.Absolute(language.PathPrefix + "/"))),
            new XElement(Atom + "author", new XElement(Atom + "name", "UngPortal")),
            entries.Select(entry => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", site.Value.Absolute(language.PathPrefix + entry.Path)),
                new XElement(Atom + "title", entry.Title),
                new XElement(Atom + "updated", Stamp(entry.At)),
                new XElement(Atom + "link", new XAttribute("href", site.Value.Absolute(language.PathPrefix + entry.Path))),
                new XElement(Atom + "summary", entry.Summary))));
        return Xml(feed, "application/atom+xml; charset=utf-8");
    }

    private static string Stamp(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);

    private static IResult Xml(XElement root, string contentType) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}\n", contentType);
}
