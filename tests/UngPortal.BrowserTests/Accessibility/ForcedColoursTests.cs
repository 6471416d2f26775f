using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Accessibility;

/// <summary>With the device's own colours, light and dark: what is chosen stands out, what can be pressed has an edge, and what is written can be read.</summary>
[Collection(SiteCollection.Name)]
public sealed class ForcedColoursTests(BrowserSite site)
{
    private const string Probe = """
        ([edged, chosen]) => {
          const rgb = text => (text.match(/[\d.]+/g) ?? []).map(Number);
          const light = text => rgb(text).slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
          const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
          const behind = element => { for (let at = element; at; at = at.parentElement) { const colour = getComputedStyle(at).backgroundColor; if ((rgb(colour)[3] ?? 1) > 0.5) { return colour; } } return getComputedStyle(document.documentElement).backgroundColor; };
          const faults = [];
          const each = (selector, look) => {
            const found = [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
            if (found.length === 0) { faults.push(`${selector}: none on the page`); }
            found.forEach(element => look(element, getComputedStyle(element)));
          };
          edged.forEach(selector => each(selector, (element, style) => {
            if (parseFloat(style.borderTopWidth) < 1 || contrast(style.borderTopColor, behind(element.parentElement)) < 3) { faults.push(`${selector}: no edge`); }
          }));
          chosen.forEach(selector => each(selector, (element, style) => {
            if (style.backgroundColor === behind(element.parentElement)) { faults.push(`${selector}: not set apart`); }
            if (contrast(style.color, behind(element)) < 4.5) { faults.push(`${selector}: ${style.color} on ${behind(element)}`); }
          }));
          return faults;
        }
        """;

    [Theory]
    [InlineData(PageTypes.Front, ".ds-button|.chip|.topic-card|.card|.service|.search--l .ds-input|.search--l .search__go|.card__play", ".foot .langs [aria-current]")]
    [InlineData("/artikler?side=2", ".card|.tag", ".pager [aria-current]")]
    [InlineData(PageTypes.Article, ".chip|.helpful|.fact-box|.toc", ".foot .langs [aria-current]")]
    [InlineData("/artikler/tanker-om-a-do", ".crisis|.crisis .ds-button", ".foot .langs [aria-current]")]
    [InlineData(PageTypes.Help, ".emergency a|.service|.service .ds-button", ".foot .langs [aria-current]")]
    [InlineData("/tema", ".theme|.chip", ".foot .langs [aria-current]")]
    [InlineData("/innstillinger", ".choices .ds-field", ".foot .langs [aria-current]")]
    public async Task Look_AtEdgesAndChoices_SeesThem(string path, string edged, string chosen)
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(path);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active, ColorScheme = scheme });

            Faults.None(await visit.Page.EvaluateAsync<string[]>(Probe, new[] { edged.Split('|'), chosen.Split('|') }));
        }
    }

    [Fact]
    public async Task Look_AtTheChosenSuggestion_SeesIt()
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
        await visit.OpenAsync("/sok");
        await visit.Page.Locator("#sok").PressSequentiallyAsync("ang");
        await visit.Page.Locator("#sok ~ .suggest li").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        Faults.None(await visit.Page.EvaluateAsync<string[]>(Probe, new[] { new[] { ".suggest" }, new[] { ".suggest [aria-selected=true]" } }));
    }
}
