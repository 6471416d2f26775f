using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Home;

[CachedPage(UntilNextMinute = true)]
public sealed class IndexModel(CatalogueCopy copy, VisitorChoice choice, HelpNowCopy help, TimeProvider time) : PageModel
{
    private const int Articles = 6;
    private const int Choice = 40;
    private const int Videos = 3;
    private const int OpenServices = 3;
    private const string HeroPicture = "venner-pa-benk";

    public AgeBand? Band { get; private set; }

    public TopicTree Topics { get; private set; } = null!;

    public IReadOnlyDictionary<string, PublicationFacts.Picture> TopicPictures { get; private set; } = null!;

    public IReadOnlyList<Teaser> ForYou { get; private set; } = [];

    public IReadOnlyList<Teaser> Films { get; private set; } = [];

    public IReadOnlyList<AgeBand> Bands => choice.Bands;

    public PublicationFacts.Picture? Hero { get; private set; }

    public IReadOnlyList<ServiceCard> OpenNow { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        Band = choice.BandOf(HttpContext);
        var catalogue = await copy.ReadAsync(cancellationToken);
        Topics = catalogue.Topics;
        TopicPictures = catalogue.PicturesOf(Topics.Roots);
        ForYou = Mixed(Newest(catalogue, PublicationKind.Article, Choice));
        Films = Newest(catalogue, PublicationKind.Video, Videos);
        Hero = catalogue.PictureOf(HeroPicture);
        OpenNow = [.. help.Current.Cards(HttpContext.Language, time).Where(card => card.IsOpen && card.Kind == ServiceKind.Helpline).Take(OpenServices)];
    }

    /// <summary>In turn from each main topic, so that nobody meets one topic only; what suits the chosen band comes first, and of that what is in the page's language.</summary>
    private List<Teaser> Mixed(IReadOnlyList<Teaser> newest) =>
        [.. newest.GroupBy(teaser => (teaser.Hue, Suits: Band is null || teaser.AgeBands.Contains(Band.Key), IsHere: teaser.OtherLanguage is null))
            .SelectMany(group => group.Select((teaser, turn) => (teaser, turn, group.Key.Suits, group.Key.IsHere)))
            .OrderByDescending(row => row.Suits).ThenByDescending(row => row.IsHere).ThenBy(row => row.turn).ThenBy(row => row.teaser.Hue)
            .Select(row => row.teaser).Take(Articles)];

    private IReadOnlyList<Teaser> Newest(Catalogue catalogue, PublicationKind kind, int count) =>
        catalogue.Page(catalogue.Live(kind, time.GetUtcNow().UtcDateTime, Band?.Key, HttpContext.Language), 1, count, HttpContext.Language).Cards;
}
