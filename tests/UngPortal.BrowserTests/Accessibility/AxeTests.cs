using System.Collections.Concurrent;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Accessibility;

[Collection(SiteCollection.Name)]
public sealed class AxeTests(BrowserSite site)
{
    private const int AtOnce = 2;
    private const string Scripts = "**/assets/app*.js";
    private static readonly (string Language, bool Scripts)[] Loads = [("nb", true), ("nb", false), ("nn", true), ("nn", false), ("en", true), ("en", false)];
    private static readonly ColorScheme[] Schemes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>Three languages, with and without scripts, at 320 and 1280 px, light and dark: 24 runs a row.</summary>
    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Check_EachPageType_HasNoViolation(string path)
    {
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(Loads, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (load, _) =>
        {
            await using var visit = await site.VisitAsync(width: 320);
            if (!load.Scripts)
            {
                // axe is a script itself, so the site's own are taken away instead of all.
                await visit.Context.RouteAsync(Scripts, route => route.AbortAsync());
            }

            await visit.OpenAsync(PageTypes.In(load.Language, path));
            await Axe.AddAsync(visit.Page);
            foreach (var width in (int[])[320, 1280])
            {
                await visit.Page.SetViewportSizeAsync(width, 900);
                foreach (var scheme in Schemes)
                {
                    await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
                    foreach (var fault in await Axe.ViolationsAsync(visit.Page))
                    {
                        faults.Add($"{fault} [{load.Language} {(load.Scripts ? "scripts" : "no scripts")} {width} {scheme}]");
                    }
                }
            }
        });

        Faults.None(faults);
    }

    /// <summary>Its colour rules are off, for axe doesn't know the device's colours: <see cref="ForcedColoursTests"/> looks at those.</summary>
    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public async Task Check_ForcedColours_HasNoViolation(string path)
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(path);
        await Axe.AddAsync(visit.Page);
        foreach (var scheme in Schemes)
        {
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ForcedColors = ForcedColors.Active, ColorScheme = scheme });

            Faults.None(await Axe.ViolationsAsync(visit.Page, readsColours: false));
        }

        Assert.True(await Axe.PassesAsync(visit.Page) > 20);
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
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
}
