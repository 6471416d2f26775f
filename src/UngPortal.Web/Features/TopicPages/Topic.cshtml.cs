using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.TopicPages;

[CachedPage(UntilNextMinute = true)]
public sealed class TopicModel(PortalDbContext db, CardList cards, TeaserReader teasers, VisitorChoice choice, HelpNowCopy help, TimeProvider time) : PageModel
{
    private const int ArticlesAPage = 12;
    private const int FilmsMost = 3;
    private const int PicturesMost = 4;
    private const int ServicesMost = 3;
    private const int HighestPage = 10_000;

    [BindProperty(SupportsGet = true, Name = "side")]
    public int PageNumber { get; set; } = 1;

    public AgeBand? Band { get; private set; }

    public Topic Shown { get; private set; } = null!;

    public TopicTree Topics { get; private set; } = null!;

    public PublicationFacts.Picture? Picture { get; private set; }

    public PageOfCards Articles { get; private set; } = null!;

    public IReadOnlyList<Teaser> Films { get; private set; } = [];

    public IReadOnlyList<Teaser> Illustrations { get; private set; } = [];

    public IReadOnlyList<ServiceCard> Services { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        Topics = await TopicTree.ReadAsync(db, cancellationToken);
        if (Topics.Find(slug) is not { } topic || !ModelState.IsValid || PageNumber is < 1 or > HighestPage)
        {
            return NotFound();
        }

        Shown = topic;
        Band = choice.BandOf(HttpContext);
        var band = Band?.Key;
        var (articles, total) = await ReadAsync(PublicationKind.Article, band, PageNumber, ArticlesAPage, cancellationToken);
        Articles = new PageOfCards(articles, new Pager($"/tema/{slug}", [], PageNumber, total, ArticlesAPage));
        if (Articles.Pager.IsBeyondTheEnd)
        {
            return NotFound();
        }

        (Films, _) = await ReadAsync(PublicationKind.Video, band, 1, FilmsMost, cancellationToken);
        (Illustrations, _) = await ReadAsync(PublicationKind.Illustration, band, 1, PicturesMost, cancellationToken);
        var root = Topics.Find(topic.RootSlug)!;
        Picture = (await teasers.PicturesAsync([root.Illustration], cancellationToken)).Values.FirstOrDefault();
        var family = Topics.All.Where(other => other.Path == topic.Path || other.Path.StartsWith(topic.Path + "/", StringComparison.Ordinal)).Select(other => other.Slug).ToHashSet(StringComparer.Ordinal);
        Services = [.. help.Current.Cards(HttpContext.Language, time).Where(card => card.Topics.Any(family.Contains)).Take(ServicesMost)];
        return Page();
    }

    private Task<(IReadOnlyList<Teaser> Cards, int Total)> ReadAsync(PublicationKind kind, string? band, int page, int size, CancellationToken cancellationToken) =>
        cards.ReadAsync(cards.Filter(kind, Shown), band, page, size, Topics, HttpContext.Language, cancellationToken);
}
