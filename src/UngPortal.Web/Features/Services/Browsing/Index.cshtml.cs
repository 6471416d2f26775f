using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Services.Browsing;

/// <summary>The directory: everyone in the register, by topic and by how to reach them.</summary>
[CachedPage(UntilNextMinute = true)]
public sealed class IndexModel(HelpNowCopy help, PortalDbContext db, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tema"), StringLength(Slug.MaxLength)]
    public string? TopicSlug { get; set; }

    [BindProperty(SupportsGet = true, Name = "kanal"), StringLength(Slug.MaxLength)]
    public string? WayWord { get; set; }

    [BindProperty(SupportsGet = true, Name = "apen"), StringLength(Slug.MaxLength)]
    public string? OpenWord { get; set; }

    public DirectoryFilter Filter { get; private set; } = new(null, null, false);

    /// <summary>The topics that some service is about, with those above them.</summary>
    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>The ways that some service can be reached in, and the one that is chosen: what nobody offers isn't asked for.</summary>
    public IReadOnlyList<(string Word, ChannelKind Kind)> Ways { get; private set; } = [];

    /// <summary>Those that fit, by what they are: the key of a heading and the cards, the open ones first; none empty.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<ServiceCard> Cards)> Groups { get; private set; } = [];

    public int Count => Groups.Sum(group => group.Cards.Count);

    public bool IsFiltered => Filter != new DirectoryFilter(null, null, false);

    /// <summary>Its address with the filters, without language prefix.</summary>
    public string ShownPath => new Pager("/tjenester", [new("tema", TopicSlug ?? ""), new("kanal", WayWord ?? ""), new("apen", OpenWord ?? "")], 1, Count, int.MaxValue).Link(1);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var way = DirectoryFilter.Ways.FirstOrDefault(way => way.Word == WayWord);
        Filter = new(string.IsNullOrEmpty(TopicSlug) ? null : tree.Find(TopicSlug), way.Word is null ? null : way.Kind, OpenWord == DirectoryFilter.Now);
        if (!ModelState.IsValid || (Filter.Topic is null && !string.IsNullOrEmpty(TopicSlug)) || (Filter.Way is null && !string.IsNullOrEmpty(WayWord)) || (!Filter.IsOpenNow && !string.IsNullOrEmpty(OpenWord)))
        {
            return NotFound();
        }

        var cards = help.Current.Cards(HttpContext.Language, time);
        var about = cards.SelectMany(card => card.Topics).Distinct().Select(tree.Find).OfType<Topic>().ToList();
        Topics = [.. tree.All.Where(topic => about.Exists(own => own.IsWithin(topic)))];
        Ways = [.. DirectoryFilter.Ways.Where(one => one.Kind == Filter.Way || cards.Any(card => card.Ways.Any(way => way.Kind == one.Kind)))];
        var fitting = cards.Where(card => Filter.Takes(card, tree)).ToList();
        Groups =
        [
            .. new (string Heading, IReadOnlyList<ServiceCard> Cards)[]
            {
                ("Services_Emergency", fitting.FindAll(card => card.IsEmergency)),
                ("Services_Talk", fitting.FindAll(card => card.Kind == ServiceKind.Helpline)),
                ("HelpNow_Practical", fitting.FindAll(card => card.Kind == ServiceKind.Practical)),
            }.Where(group => group.Cards.Count > 0),
        ];
        return Page();
    }
}
