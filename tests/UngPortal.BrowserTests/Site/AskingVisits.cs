using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;

namespace UngPortal.BrowserTests.Site;

/// <summary>What every visitor does who asks something on a phone.</summary>
internal static class AskingVisits
{
    /// <summary>The width of a small phone.</summary>
    public const int Phone = 360;

    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Fills in the form around the text, and sends it.</summary>
    public static async Task SendQuestionAsync(this BrowserSite site, Visit visit, string topic = "vet-ikke", bool hasSeen = true)
    {
        if (hasSeen)
        {
            // What others asked is a test of its own.
            await visit.Page.EvaluateAsync("() => { document.querySelector('[name=Sett]').value = 'true'; }");
        }

        await visit.Page.Locator("#Tema").SelectOptionAsync(topic);
        await visit.Page.Locator("#Alder").SelectOptionAsync("14");
        await visit.Page.Locator("label[for=Kjonn-NotSaid]").ClickAsync();
        await visit.Page.Locator("label[for=Lest]").ClickAsync();
        site.App.Clock.Advance(TimeSpan.FromSeconds(5));
        await visit.Page.Locator("form.ask button[type=submit]").PressAsync("Enter");
    }

    /// <summary>Looks at the page with axe, light and dark, and that nothing of it runs over the side of a phone.</summary>
    public static async Task LookAsync(this Visit visit)
    {
        await Axe.AddAsync(visit.Page);
        foreach (var scheme in Schemes)
        {
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            Faults.None(await Axe.ViolationsAsync(visit.Page, scheme == ColorScheme.Light ? AxeRules.All : AxeRules.Colours));
        }

        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Light });
        Assert.InRange(await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, Phone);
    }
}
