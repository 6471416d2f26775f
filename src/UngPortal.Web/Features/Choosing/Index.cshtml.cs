using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Choosing;

/// <summary>The help chooser: what it is about, how soon and how, a tap each, all in the address; then at most three suggestions, one of them a human being.</summary>
[CachedPage(UntilNextMinute = true)]
public sealed class IndexModel(HelpNowCopy help, CatalogueCopy copy, TimeProvider time) : PageModel
{
    private const int Texts = 2;

    [BindProperty(SupportsGet = true, Name = "om"), StringLength(Slug.MaxLength)]
    public string? AboutWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "hast"), StringLength(Slug.MaxLength)]
    public string? HasteWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "hvordan"), StringLength(Slug.MaxLength)]
    public string? MannerWord { get; set; }

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>What it is about; null before anybody said so, and when nobody can say.</summary>
    public Topic? About { get; private set; }

    public Haste? Haste { get; private set; }

    public Manner? Manner { get; private set; }

    /// <summary>From 1; beyond the last question stand the suggestions.</summary>
    public int Step => string.IsNullOrEmpty(AboutWord) ? 1 : Haste is null ? 2 : Haste == Choosing.Haste.Now || Manner is not null ? 4 : 3;

    public IReadOnlyList<ServiceCard> Services { get; private set; } = [];

    public IReadOnlyList<Teaser> Articles { get; private set; } = [];

    /// <summary>Whether asking an expert, who answers within days, is among the suggestions.</summary>
    public bool IsAskingSuggested => Manner == Choosing.Manner.Write && Haste == Choosing.Haste.Later;

    /// <summary>Its address with the answers so far.</summary>
    public string ShownPath => PathOf([.. Answers]);

    private IEnumerable<(string Key, string? Word)> Answers => [("om", AboutWord), ("hast", HasteWord), ("hvordan", MannerWord)];

    /// <summary>The address with one more answer.</summary>
    public string PathWith(string key, string word) => PathOf([.. Answers.Where(answer => answer.Key != key), (key, word)]);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        var catalogue = await copy.ReadAsync(cancellationToken);
        Topics = [.. catalogue.Topics.Roots];
        About = Topics.FirstOrDefault(topic => topic.Slug == AboutWord);
        var (haste, manner) = (ChoiceWords.Hastes.FirstOrDefault(one => one.Word == HasteWord), ChoiceWords.Manners.FirstOrDefault(one => one.Word == MannerWord));
        (Haste, Manner) = (haste.Word is null ? null : haste.Haste, manner.Word is null ? null : manner.Manner);
        if (!ModelState.IsValid || IsUnknown(AboutWord, About is not null || AboutWord == ChoiceWords.Anything) || IsUnknown(HasteWord, Haste is not null) || IsUnknown(MannerWord, Manner is not null))
        {
            return NotFound();
        }

        if (Step > 3)
        {
            Suggest(catalogue);
        }

        return Page();
    }

    private static string PathOf((string Key, string? Word)[] answers) =>
        new Pager("/finn-hjelp", [.. answers.Select(answer => KeyValuePair.Create(answer.Key, answer.Word ?? ""))], 1, 0, int.MaxValue).Link(1);

    private static bool IsUnknown(string? word, bool isKnown) => !string.IsNullOrEmpty(word) && !isKnown;

    private void Suggest(Catalogue catalogue)
    {
        var manner = Haste == Choosing.Haste.Now ? Choosing.Manner.Talk : Manner!.Value;
        if (manner == Choosing.Manner.Read)
        {
            (Articles, _) = catalogue.Page(
                catalogue.Live(PublicationKind.Article, time.GetUtcNow().UtcDateTime, null, HttpContext.Language).Where(entry => About is null || entry.IsWithin(About)), 1, Texts, HttpContext.Language);
        }

        var room = Suggestions.Most - Articles.Count - (IsAskingSuggested ? 1 : 0) - (manner == Choosing.Manner.Meet ? 1 : 0);
        Services = Suggestions.Of(help.Current.Cards(HttpContext.Language, time), About, catalogue.Topics, manner, Math.Max(1, room));
    }
}
