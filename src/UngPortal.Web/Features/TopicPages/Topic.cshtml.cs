using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Answers;
using UngPortal.Features.Publications;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.TopicPages;

[CachedPage(UntilNextMinute = true)]
public sealed class TopicModel(CatalogueCopy copy, VisitorChoice choice, HelpNowCopy help, AnswerLists answers, ToolsForTopic tools, TimeProvider time) : PageModel
{
    private const int ArticlesAPage = 12;
    private const int FilmsMost = 3;
    private const int PicturesMost = 4;
    private const int AnswersMost = 6;
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

    public IReadOnlyList<AnswerTeaser> Answers { get; private set; } = [];

    public IReadOnlyList<ServiceCard> Services { get; private set; } = [];

    public IReadOnlyList<ToolCard> Tools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        HttpContext.CacheTag(AnswerEviction.ListTag);
        HttpContext.CacheTag(ToolEviction.Tag);
        var catalogue = await copy.ReadAsync(cancellationToken);
        Topics = catalogue.Topics;
        if (Topics.Find(slug) is not { } topic || !ModelState.IsValid || PageNumber is < 1 or > HighestPage)
        {
            return NotFound();
        }

        Shown = topic;
        Band = choice.BandOf(HttpContext);
        var (articles, total) = CardsOf(PublicationKind.Article, PageNumber, ArticlesAPage);
        Articles = new PageOfCards(articles, new Pager($"/tema/{slug}", [], PageNumber, total, ArticlesAPage));
        (Films, _) = CardsOf(PublicationKind.Video, 1, FilmsMost);
        (Illustrations, _) = CardsOf(PublicationKind.Illustration, 1, PicturesMost);
        Answers = await answers.NewestAsync(topic.Id, AnswersMost, cancellationToken);
        Picture = catalogue.PictureOf(Topics.Find(topic.RootSlug)!.Illustration);
        Services = HelpForTopic.Of(topic, Topics, help.Current.Cards(HttpContext.Language, time));
        Tools = await tools.OfAsync(topic, Topics, HttpContext.Language, cancellationToken);
        return this.PageOf(Articles.Pager);

        (IReadOnlyList<Teaser> Cards, int Total) CardsOf(PublicationKind kind, int page, int size) => catalogue.Page(
            catalogue.Live(kind, time.GetUtcNow().UtcDateTime, Band?.Key, HttpContext.Language).Where(entry => entry.IsWithin(topic)), page, size, HttpContext.Language);
    }
}
