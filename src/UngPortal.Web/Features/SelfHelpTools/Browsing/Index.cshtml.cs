using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.SelfHelpTools.Browsing;

/// <summary>The catalogue of tools. A badge ends at a minute, so no rendering outlives the one it was made in.</summary>
[CachedPage(UntilNextMinute = true)]
public sealed class IndexModel(ToolCopy copy, PortalDbContext db, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tema"), StringLength(Slug.MaxLength)]
    public string? TopicSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "plattform"), StringLength(Slug.MaxLength)]
    public string? PlatformWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "sprak"), StringLength(Slug.MaxLength)]
    public string? LanguageCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "alder"), Range(ToolFilter.Youngest, ToolFilter.Oldest)]
    public int? Age { get; set; }

    [BindProperty(SupportsGet = true, Name = "pris"), StringLength(Slug.MaxLength)]
    public string? PriceWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "frakoblet"), StringLength(Slug.MaxLength)]
    public string? OfflineWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "merket"), StringLength(Slug.MaxLength)]
    public string? BadgeWord { get; set; }

    public ToolFilter Filter { get; private set; } = ToolFilter.All;

    /// <summary>The topics that some tool is about, with those above them.</summary>
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>The languages that some tool is in.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Those that fit, with a badge first.</summary>
    public IReadOnlyList<ToolCard> Cards { get; private set; } = [];

    /// <summary>How many might fit, if anybody knew.</summary>
    public int UnknownCount { get; private set; }

    public bool IsFiltered => Filter != ToolFilter.All;

    /// <summary>Its address with the filters, without language prefix.</summary>
    public string ShownPath => new Pager(
        "/verktoy",
        [
            new("tema", TopicSlug ?? ""), new("plattform", PlatformWord ?? ""), new("sprak", LanguageCode ?? ""), new("alder", Age?.ToString(CultureInfo.InvariantCulture) ?? ""),
            new("pris", PriceWord ?? ""), new("frakoblet", OfflineWord ?? ""), new("merket", BadgeWord ?? ""),
        ],
        1, Cards.Count, int.MaxValue).Link(1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag(ToolEviction.Tag);
        HttpContext.CacheTag("content");
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var platform = ToolFilter.Platforms.FirstOrDefault(platform => platform.Word == PlatformWord);
        var price = ToolFilter.Prices.FirstOrDefault(price => price.Word == PriceWord);
        Filter = new(
            string.IsNullOrEmpty(TopicSlug) ? null : tree.Find(TopicSlug), platform.Word is null ? null : platform.Platform, ToolFacts.KnownLanguages.FirstOrDefault(code => code == LanguageCode), Age,
            price.Word is null ? null : price.Price, OfflineWord == ToolFilter.Yes, BadgeWord == ToolFilter.Yes);
        if (!ModelState.IsValid || HasUnknownWord())
        {
            return NotFound();
        }

        var tools = await copy.ReadAsync(cancellationToken);
        var about = tools.SelectMany(tool => tool.Facts.Topics).Distinct().Select(tree.Find).OfType<Topic>().ToList();
        Topics = [.. tree.All.Where(topic => about.Exists(own => own.IsWithin(topic)))];
        Languages = [.. ToolFacts.KnownLanguages.Where(code => tools.Any(tool => tool.Facts.Languages.Contains(code)))];
        var now = time.GetUtcNow().UtcDateTime;
        var answers = tools.Select(tool => (Tool: tool, Fits: Filter.Takes(tool, tree, now))).ToList();
        Cards = [.. answers.Where(answer => answer.Fits == true).OrderBy(answer => answer.Tool.BadgeAt(now) is null).Select(answer => ToolCard.Of(answer.Tool, HttpContext.Language, now) with { CanBeCompared = true })];
        UnknownCount = answers.Count(answer => answer.Fits is null);
        return Page();
    }

    private bool HasUnknownWord() =>
        (Filter.Topic is null && !string.IsNullOrEmpty(TopicSlug)) || (Filter.Platform is null && !string.IsNullOrEmpty(PlatformWord)) || (Filter.Language is null && !string.IsNullOrEmpty(LanguageCode))
        || (Filter.Price is null && !string.IsNullOrEmpty(PriceWord)) || (!Filter.IsOffline && !string.IsNullOrEmpty(OfflineWord)) || (!Filter.HasBadge && !string.IsNullOrEmpty(BadgeWord));
}
