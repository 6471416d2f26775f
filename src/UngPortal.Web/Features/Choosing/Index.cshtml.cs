using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Choosing;

/// <summary>The help chooser: what it is about, how soon and how, a tap each, all in the address; then at most three suggestions, one of them a human being, that fit an age and a place better where somebody tells them.</summary>
[CachedPage(UntilNextMinute = true)]
[EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(HelpNowCopy help, CatalogueCopy copy, NearestLocal near, VisitorChoice visitor, TimeProvider time) : PageModel
{
    private const int Texts = 2;

    [BindProperty(SupportsGet = true, Name = "")]
    public ChoiceAnswers Answers { get; set; } = new();

    public Chosen Chosen { get; private set; } = null!;

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public IReadOnlyList<ServiceCard> Services { get; private set; } = [];

    public IReadOnlyList<Teaser> Articles { get; private set; } = [];

    /// <summary>The nearest place suggested, where even that is a day's journey away.</summary>
    public ServiceCard? FarOne => Services.Any(card => card is { IsLocal: true, IsFar: false }) ? null : Services.FirstOrDefault(card => card.IsFar);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        var catalogue = await copy.ReadAsync(cancellationToken);
        Topics = [.. catalogue.Topics.Roots];
        if (!ModelState.IsValid || Answers.Read(Topics, visitor.Bands) is not { } chosen)
        {
            return NotFound();
        }

        Chosen = chosen;
        if (chosen.Step > 3)
        {
            await SuggestAsync(catalogue, cancellationToken);
        }

        return Page();
    }

    private async Task SuggestAsync(Catalogue catalogue, CancellationToken cancellationToken)
    {
        var (language, way) = (HttpContext.Language, Chosen.Way);
        if (way == Manner.Read)
        {
            (Articles, _) = catalogue.Page(
                catalogue.Live(PublicationKind.Article, time.GetUtcNow().UtcDateTime, null, language).Where(entry => Chosen.About is null || entry.IsWithin(Chosen.About)), 1, Texts, language);
        }

        // Whoever wants to meet somebody gets the finder as one of the three, or the places it would find.
        var wish = Chosen.Place is { } place ? new NearestLocal.Wish(place, Chosen.Age, Chosen.About, catalogue.Topics, CanWait: Chosen.Haste == Haste.Later) : null;
        IReadOnlyList<ServiceCard> places = wish is null || way != Manner.Meet ? [] : await near.CardsAsync(wish, Suggestions.Places, language, cancellationToken);
        var taken = Articles.Count + (Chosen.IsAskingSuggested ? 1 : 0);
        var room = places.Count > 0 ? Suggestions.Most - places.Count : Math.Max(1, Suggestions.Most - taken - (way == Manner.Meet ? 1 : 0));
        var lines = Suggestions.Of(help.Current.Cards(language, time), Chosen, catalogue.Topics, room);
        if (wish is not null && way != Manner.Meet && taken + lines.Count < Suggestions.Most)
        {
            places = await near.CardsAsync(wish, 1, language, cancellationToken);
        }

        Services = way == Manner.Meet ? [.. places.Concat(lines).OrderBy(card => !card.IsOpen)] : [.. lines, .. places];
    }
}
