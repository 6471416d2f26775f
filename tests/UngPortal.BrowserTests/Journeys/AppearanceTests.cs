using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>What a reader sees at once, on a phone and on paper.</summary>
[Collection(SiteCollection.Name)]
public sealed class AppearanceTests(BrowserSite site)
{
    private const string Crisis = "/artikler/tanker-om-a-do";

    [Fact]
    public async Task Print_DarkArticle_IsBlackOnWhiteAndSaysWhereItComesFrom()
    {
        await using var visit = await site.VisitAsync(794, 1100, scheme: ColorScheme.Dark);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        await visit.OpenAsync(Crisis);

        await Assertions.Expect(visit.Page.Locator(".print-only")).ToHaveTextAsync($"UngPortal · {site.Origin}{Crisis}");
        await Assertions.Expect(visit.Page.Locator(".top")).ToBeHiddenAsync();
        foreach (var selector in (string[])["main .band", ".service", ".service h3", ".service .state--open", ".ds-button:visible"])
        {
            await Assertions.Expect(visit.Page.Locator(selector).First).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        }

        Faults.None(await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('body, main .band, .service, .ds-button, .fact-box, .page-head')].filter(element => element.checkVisibility())
              .map(element => getComputedStyle(element).backgroundColor).filter(colour => !['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(colour))
            """));
    }

    [Fact]
    public async Task Open_OnAScreen_HidesWhatIsForPaper()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(Crisis);

        await Assertions.Expect(visit.Page.Locator(".print-only")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Open_MenuWithoutJavaScript_SaysHowToCloseIt()
    {
        await using var visit = await site.VisitAsync(360, 740, javaScript: false);
        await visit.OpenAsync(PageTypes.Article);
        var button = visit.Page.Locator(".menu__button");

        await Assertions.Expect(button).ToHaveAccessibleNameAsync("Meny");
        await button.ClickAsync();
        await Assertions.Expect(button).ToHaveAccessibleNameAsync("Lukk");
    }

    [Fact]
    public async Task Open_OnAPhone_KeepsNumbersAndBulletsWithTheirText()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(Crisis);

        Assert.Equal(["Ring 113"], await visit.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.crisis .tel')].slice(0, 1).filter(e => e.getClientRects().length === 1).map(e => e.textContent)"));
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('.sources a')].some(a => a.getClientRects().length > 1)"));
    }

    [Fact]
    public async Task Play_FilmOnAPhone_HasCaptionsLargeEnoughToRead()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(PageTypes.Video);

        var size = await visit.Page.EvaluateAsync<string>("() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).flatMap(rule => rule.cssRules && matchMedia(rule.media?.mediaText ?? 'not all').matches ? [...rule.cssRules] : []).find(rule => rule.selectorText?.includes('::cue'))?.style.fontSize ?? ''");

        Assert.Equal("1rem", size);
    }
}
