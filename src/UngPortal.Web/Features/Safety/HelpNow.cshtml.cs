using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Features.Services;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Localization;

namespace UngPortal.Features.Safety;

[CachedPage(UntilNextMinute = true)]
public sealed class HelpNowModel(HelpNowCopy help, TimeProvider time) : PageModel
{
    public IReadOnlyList<ServiceCard> Emergency { get; private set; } = [];

    public IReadOnlyList<ServiceCard> Open { get; private set; } = [];

    public IReadOnlyList<ServiceCard> Later { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public void OnGet()
    {
        HttpContext.CacheTag("content");
        var cards = help.Current.Cards(HttpContext.Language, time);
        Emergency = [.. cards.Where(card => card.IsEmergency)];
        Open = [.. cards.Where(card => !card.IsEmergency && card.IsOpen)];
        Later = [.. cards.Where(card => !card.IsEmergency && !card.IsOpen)];
        Now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"));
    }
}
