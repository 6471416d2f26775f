using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Accessibility;

[Collection(SiteCollection.Name)]
public sealed class AxeTests(BrowserSite site)
{
    private const string Scripts = "**/assets/app*.js";
    private const int Phone = 320;
    private const int Tablet = 768;
    private const int Desk = 1280;

    private static readonly (string Language, (int Width, ColorScheme Scheme)[] Looks)[] WithScripts =
    [
        ("nb", [(Phone, ColorScheme.Light), (Tablet, ColorScheme.Dark)]),
        ("nn", [(Desk, ColorScheme.Light), (Phone, ColorScheme.Dark)]),
        ("en", [(Tablet, ColorScheme.Light), (Desk, ColorScheme.Dark)]),
    ];

    private static readonly (string Language, (int Width, ColorScheme Scheme)[] Looks)[] WithoutScripts =
    [
        ("nb", [(Desk, ColorScheme.Light), (Phone, ColorScheme.Dark)]),
        ("nn", [(Tablet, ColorScheme.Light), (Desk, ColorScheme.Dark)]),
        ("en", [(Phone, ColorScheme.Light), (Tablet, ColorScheme.Dark)]),
    ];

    /// <summary>Twelve of the 36 ways to look at a page: every size in both schemes, with scripts and without, and every size and scheme in each language. Colours are read in all twelve, and every rule runs once in each language and at each size, with scripts and without.</summary>
    /// <remarks>With the device's own colours, which axe doesn't know, its other rules run: <see cref="ForcedColoursTests"/> looks at the colours.</remarks>
    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Check_EachPageType_HasNoViolation(string path) => Faults.None(
    [
        .. await LookAsync(path, WithScripts, hasScripts: true),
        .. await LookAsync(path, WithoutScripts, hasScripts: false),
    ]);

    [Theory]
    [InlineData(Phone)]
    [InlineData(Desk)]
    public async Task Check_OpenMenuAndSuggestions_HasNoViolation(int width)
    {
        await using var visit = await site.VisitAsync(width);
        await visit.OpenAsync(PageTypes.Front);
        if (await visit.Page.Locator(".menu__button").IsVisibleAsync())
        {
            await visit.Page.Locator(".menu__button").ClickAsync();
        }

        await visit.Page.Locator("#sok-topp").PressSequentiallyAsync("ang");
        await visit.Page.Locator("#sok-topp ~ .suggest li").First.WaitForAsync();
        await Axe.AddAsync(visit.Page);

        Faults.None(await Axe.ViolationsAsync(visit.Page));
    }

    private async Task<List<string>> LookAsync(string path, (string Language, (int Width, ColorScheme Scheme)[] Looks)[] loads, bool hasScripts)
    {
        var faults = new List<string>();
        await using var visit = await site.VisitAsync(Phone);
        await Axe.AddAsync(visit.Context);
        if (!hasScripts)
        {
            // axe is a script itself, so the site's own are taken away instead of all.
            await visit.Context.RouteAsync(Scripts, route => route.AbortAsync());
        }

        foreach (var (language, looks) in loads)
        {
            var rules = AxeRules.All;
            await visit.OpenAsync(PageTypes.In(language, path));
            foreach (var (width, scheme) in looks)
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                faults.AddRange((await Axe.ViolationsAsync(visit.Page, rules)).Select(fault => $"{fault} [{language} {(hasScripts ? "scripts" : "no scripts")} {width} {scheme}]"));
                rules = AxeRules.Colours;
            }
        }

        if (hasScripts)
        {
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active });
            faults.AddRange((await Axe.ViolationsAsync(visit.Page, AxeRules.Structure)).Select(fault => $"{fault} [forced colours]"));
        }

        return faults;
    }
}
