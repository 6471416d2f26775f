using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

[Collection(SiteCollection.Name)]
public sealed class ChoiceTests(BrowserSite site)
{
    [Fact]
    public async Task Choose_AgeBandWithOneTap_PutsWhatSuitsFirst()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(PageTypes.Front);
        var before = await TitlesAsync(visit);

        await visit.Page.Locator(".ages .chip[value='18-20']").ClickAsync();

        await ExpectBandAsync(visit, before);
    }

    [Fact]
    public async Task Choose_AgeBandWithoutJavaScript_PutsWhatSuitsFirst()
    {
        await using var visit = await site.VisitAsync(360, 740, javaScript: false);
        await visit.OpenAsync(PageTypes.Front);
        var before = await TitlesAsync(visit);

        await visit.Page.Locator(".ages .chip[value='18-20']").ClickAsync();
        await visit.ArriveAsync("**/innstillinger?alder=18-20");
        await Assertions.Expect(visit.Page.Locator("#alder-18-20")).ToBeCheckedAsync();
        await visit.Page.Locator("main button[type=submit]").ClickAsync();
        await visit.ArriveAsync("**/innstillinger?lagret=*");
        await visit.OpenAsync(PageTypes.Front);

        await ExpectBandAsync(visit, before);
    }

    [Fact]
    public async Task Choose_TheSameBandAgain_TakesItBack()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Front);
        var chip = visit.Page.Locator(".ages .chip[value='16-17']");

        await chip.ClickAsync();
        await Assertions.Expect(chip).ToHaveAttributeAsync("aria-pressed", "true");
        await chip.ClickAsync();

        await Assertions.Expect(chip).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.DoesNotContain("alder", await visit.CookiesAsync());
    }

    [Fact]
    public async Task Choose_AllAges_TakesItBackAndKeepsTheFocusInTheChoice()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(PageTypes.Front);
        await visit.Page.Locator(".ages .chip[value='16-17']").ClickAsync();

        await visit.Page.Locator(".ages__all").ClickAsync();

        await Assertions.Expect(visit.Page.Locator(".ages__answer")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator(".ages .chip").First).ToBeFocusedAsync();
        Assert.DoesNotContain("alder", await visit.CookiesAsync());
    }

    [Fact]
    public async Task Choose_DarkWithoutJavaScript_StaysOnOtherPages()
    {
        await using var visit = await site.VisitAsync(javaScript: false);
        await visit.OpenAsync("/innstillinger");
        await visit.Page.Locator("label[for=tema-dark]").ClickAsync();
        await visit.Page.Locator("main button[type=submit]").ClickAsync();
        await visit.ArriveAsync("**/innstillinger?lagret=*");

        foreach (var path in (string[])[PageTypes.Front, PageTypes.Article, PageTypes.Missing])
        {
            await visit.OpenAsync(path);
            await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-color-scheme", "dark");
            await Assertions.Expect(visit.Page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(26, 14, 33)");
        }

        Assert.Equal(["tema"], await LastingAsync(visit));
    }

    [Fact]
    public async Task Switch_Language_KeepsThePage()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Article);

        await visit.Page.Locator(".top .langs a[lang=en]").ClickAsync();
        await visit.ArriveAsync("**/en" + PageTypes.Article);
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await visit.Page.Locator(".top .langs a[lang=nn]").ClickAsync();
        await visit.ArriveAsync("**/nn" + PageTypes.Article);
        await visit.Page.Locator(".top .langs a[lang=nb]").ClickAsync();

        await visit.ArriveAsync(site.Origin + PageTypes.Article);
        Assert.Empty(await visit.CookiesAsync());
    }

    private static async Task ExpectBandAsync(Visit visit, IReadOnlyList<string> before)
    {
        await Assertions.Expect(visit.Page.Locator("#nytt")).ToHaveTextAsync("For deg på 18–20");
        await Assertions.Expect(visit.Page.Locator(".ages .chip[value='18-20']")).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(visit.Page.Locator(".ages [role=status]")).ToHaveTextAsync("Viser det for 18–20 år først.");
        Assert.Equal(0, await visit.Page.Locator("section[aria-labelledby=nytt] .tag--band").CountAsync());
        Assert.NotEqual(before, await TitlesAsync(visit));
        Assert.Equal(["alder"], await LastingAsync(visit));
    }

    private static Task<IReadOnlyList<string>> TitlesAsync(Visit visit) => visit.Page.Locator("section[aria-labelledby=nytt] .card__title").AllTextContentsAsync();

    /// <summary>Cookies that outlive the window; the one that guards forms does not.</summary>
    private static async Task<IEnumerable<string>> LastingAsync(Visit visit) => (await visit.Context.CookiesAsync()).Where(cookie => cookie.Expires > 0).Select(cookie => cookie.Name);
}
