using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Services;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Safety;

[CachedPage(UntilNextMinute = true)]
public sealed class HelpNowModel(HelpNowCopy help, TimeProvider time) : PageModel
{
    public IReadOnlyList<ServiceCard> Emergency { get; private set; } = [];

    /// <summary>Everybody else, by what the visitor looks for: an anchor, the key of its heading and the cards; none empty.</summary>
    public IReadOnlyList<(string Anchor, string Heading, IReadOnlyList<ServiceCard> Cards)> Groups { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public void OnGet()
    {
        HttpContext.CacheTag("content");
        var cards = help.Current.Cards(HttpContext.Language, time);
        Emergency = [.. cards.Where(card => card.IsEmergency)];
        var talk = cards.Where(card => card.Kind == ServiceKind.Helpline).ToList();
        Groups =
        [
            .. new (string Anchor, string Heading, IReadOnlyList<ServiceCard> Cards)[]
            {
                ("apne", "HelpNow_Open", [.. talk.Where(card => card.IsOpen)]),
                ("stengt", "HelpNow_Later", [.. talk.Where(card => !card.IsOpen && !card.IsUnknown)]),
                ("ukjent", "HelpNow_Unknown", [.. talk.Where(card => card.IsUnknown)]),
                ("praktisk", "HelpNow_Practical", [.. cards.Where(card => card.Kind == ServiceKind.Practical)]),
            }.Where(group => group.Cards.Count > 0),
        ];
        Now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"));
    }
}
