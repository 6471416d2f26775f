using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;
using UngPortal.Features.Services.Counting;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Localization;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Services.Browsing;

/// <summary>One service: what it is, how and when to reach it, and how fresh that is.</summary>
[CachedPage(UntilNextMinute = true)]
public sealed class EntryModel(HelpNowCopy help, PortalDbContext db, TimeProvider time, IOptions<PublicAddress> site) : PageModel
{
    public HelpNowEntry Entry { get; private set; } = null!;

    public ServiceCard Card { get; private set; } = null!;

    /// <summary>The service itself and its type, when one goes there; null for those that are for everyone everywhere.</summary>
    public (Service Service, ServiceType? Type)? Local { get; private set; }

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    /// <summary>The channels that keep the same hours together, with the coming days; null hours when nobody knows.</summary>
    public IReadOnlyList<(IReadOnlyList<ChannelKind> Kinds, OpeningHours? Hours, ComingDays? Days)> Hours { get; private set; } = [];

    public LocalDate Today => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(OsloTime.Zone).Date;

    public string Path => $"/tjenester/{Entry.Slug}";

    public JsonLd JsonLd => new(new Dictionary<string, object?>
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Service",
        ["name"] = Card.Name,
        ["description"] = Card.Description,
        ["url"] = site.Value.Absolute(HttpContext.Language.PathPrefix + Path),
        ["sameAs"] = Entry.Website,
        ["availableChannel"] = Card.Ways.Select(way => new Dictionary<string, object>
        {
            ["@type"] = "ServiceChannel",
            [way.Kind switch { ChannelKind.Phone => "servicePhone", ChannelKind.Sms => "serviceSmsNumber", _ => "serviceUrl" }] =
                way.Kind.IsNumber ? new Dictionary<string, object> { ["@type"] = "ContactPoint", ["telephone"] = way.Display } : way.Href,
        }).ToList(),
    });

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        HttpContext.CacheTag("content");
        if (help.Current.Entries.FirstOrDefault(entry => entry.Slug == slug) is { } known)
        {
            (Entry, Card) = (known, help.Current.Cards(HttpContext.Language, time).Single(card => card.Slug == slug));
        }
        else if (await db.LocalAsync(slug, cancellationToken) is { } local)
        {
            (Entry, Card) = (HelpNowEntry.Of(local.Service), LocalCards.Of(local.Service, local.Type, HttpContext.Language, time.GetUtcNow().ToInstant()));
            Local = local;
        }
        else
        {
            return NotFound();
        }

        HttpContext.CountReading(VisitCounts.VisitOf(slug));
        var found = Entry;
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        Topics = [.. found.Topics.Select(tree.Find).OfType<Topic>()];
        Hours =
        [
            .. found.Channels.Where(channel => channel.Kind != ChannelKind.Web || channel.Hours is not null).GroupBy(channel => channel.Hours, StringComparer.Ordinal).Select(same =>
            {
                var hours = OpeningHours.ParseOrNull(same.Key);
                return ((IReadOnlyList<ChannelKind>)[.. same.Select(channel => channel.Kind).Distinct()], hours, hours is null or { IsAlwaysOpen: true } ? null : ComingDays.Of(hours, Today));
            }),
        ];
        return Page();
    }
}
