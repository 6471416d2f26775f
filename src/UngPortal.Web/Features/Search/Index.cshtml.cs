using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using UngPortal.Features.Publications;
using UngPortal.Features.Search.Engine;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Search;

[CompressedPage, EnableRateLimiting(RateLimits.Search)]
public sealed class IndexModel(CatalogueCopy copy, SearchEngine engine, VisitorChoice choice, TimeProvider time) : PageModel
{
    public static readonly IReadOnlyList<string> Kinds = ["article", "question", "video", "illustration", "tool", "service"];

    private const int ValueMaxLength = 100;

    /// <summary>What the visitor looks for; a longer text is cut by the engine, not refused.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    [StringLength(20_000)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true, Name = "type")]
    [StringLength(ValueMaxLength)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "tema")]
    [StringLength(ValueMaxLength)]
    public string? TopicSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "alder")]
    [StringLength(ValueMaxLength)]
    public string? BandKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "aar")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "sorter")]
    [StringLength(ValueMaxLength)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "side")]
    public int PageNumber { get; set; } = 1;

    public TopicTree Topics { get; private set; } = null!;

    public SearchResults Results { get; private set; } = SearchResults.Empty;

    public Pager Pager { get; private set; } = null!;

    public Teaser? ForFriends { get; private set; }

    public IReadOnlyList<AgeBand> Bands => choice.Bands;

    public bool HasQuery => !string.IsNullOrWhiteSpace(Text);

    public string Shown => (Text ?? "").Length > SearchBox.MaxLength ? Text![..SearchBox.MaxLength] : Text ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var catalogue = await copy.ReadAsync(cancellationToken);
        Topics = catalogue.Topics;
        var isKnown = (string.IsNullOrEmpty(Kind) || Kinds.Contains(Kind))
            && (string.IsNullOrEmpty(TopicSlug) || Topics.Find(TopicSlug) is not null)
            && (string.IsNullOrEmpty(BandKey) || Bands.Any(band => band.Key == BandKey));
        if (!ModelState.IsValid || !isKnown || PageNumber < 1)
        {
            return NotFound();
        }

        if (HasQuery)
        {
            Results = engine.Search(new SearchQuery
            {
                Text = Text!,
                Language = HttpContext.Language.Code,
                Kind = NullIfEmpty(Kind),
                Topic = NullIfEmpty(TopicSlug),
                AgeBand = NullIfEmpty(BandKey),
                Year = Year,
                Sort = Sort == "nyeste" ? SearchSort.Newest : SearchSort.Relevance,
                Page = PageNumber,
            });
            ForFriends = Results.IsCrisis ? catalogue.ForFriends(time.GetUtcNow().UtcDateTime, HttpContext.Language) : null;
        }

        Pager = new Pager(
            "/sok",
            [new("q", Shown), new("type", Kind ?? ""), new("tema", TopicSlug ?? ""), new("alder", BandKey ?? ""), new("aar", Year?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""), new("sorter", Sort ?? "")],
            PageNumber, Math.Min(Results.Total, SearchQuery.MaxPage * SearchQuery.PageSize), SearchQuery.PageSize);
        return this.PageOf(Pager);
    }

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
