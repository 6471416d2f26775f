using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Publications;

/// <summary>A list of one kind of content with its filters; articles, videos and illustrations each have one.</summary>
public abstract class ListPage(CatalogueCopy copy, VisitorChoice choice, TimeProvider time) : PageModel
{
    private const int PageSize = 20;
    private const int HighestPage = 10_000;

    [BindProperty(SupportsGet = true, Name = "tema")]
    [StringLength(Slug.MaxLength)]
    public string? TopicSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "alder")]
    [StringLength(Slug.MaxLength)]
    public string? BandKey { get; set; }

    [BindProperty(SupportsGet = true, Name = "side")]
    public int PageNumber { get; set; } = 1;

    public AgeBand? Band { get; private set; }

    public TopicTree Topics { get; private set; } = null!;

    public Topic? Topic { get; private set; }

    public PageOfCards List { get; private set; } = null!;

    public IReadOnlyList<AgeBand> Bands => choice.Bands;

    public PublicationKind ContentKind => Kind;

    /// <summary>The address of the list as it is shown, filters and all.</summary>
    public string ShownPath => List.Pager.Link(PageNumber);

    /// <summary>The same for search engines; null for what they shouldn't list: a filtered list, and beyond the end.</summary>
    public string? ListedPath => Topic is null && BandKey is null && !List.Pager.IsBeyondTheEnd ? ShownPath : null;

    protected abstract PublicationKind Kind { get; }

    protected abstract string Path { get; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        Band = choice.BandOf(HttpContext);
        var filterBand = choice.Bands.FirstOrDefault(band => band.Key == BandKey);
        var catalogue = await copy.ReadAsync(cancellationToken);
        Topics = catalogue.Topics;
        Topic = string.IsNullOrEmpty(TopicSlug) ? null : Topics.Find(TopicSlug);
        if (!ModelState.IsValid || PageNumber is < 1 or > HighestPage
            || (Topic is null && !string.IsNullOrEmpty(TopicSlug)) || (filterBand is null && !string.IsNullOrEmpty(BandKey)))
        {
            return NotFound();
        }

        var entries = catalogue.Live(Kind, time.GetUtcNow().UtcDateTime, Band?.Key, HttpContext.Language)
            .Where(entry => (Topic is null || entry.IsWithin(Topic)) && (filterBand is null || entry.AgeBands.Contains(filterBand.Key)));
        var (found, total) = catalogue.Page(entries, PageNumber, PageSize, HttpContext.Language);
        List = new PageOfCards(found, new Pager(Path, [new("tema", TopicSlug ?? ""), new("alder", BandKey ?? "")], PageNumber, total, PageSize));
        return this.PageOf(List.Pager);
    }
}
