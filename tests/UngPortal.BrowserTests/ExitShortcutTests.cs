using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests;

/// <summary>Shift three times within five seconds.</summary>
[Collection(SiteCollection.Name)]
public sealed class ExitShortcutTests(BrowserSite site)
{
    [Fact]
    public async Task Shift_ThreeTimes_LeavesAndSaysHowManyAreLeft()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Article);
        var status = visit.Page.Locator("[data-exit-status]");

        await visit.Page.Keyboard.PressAsync("Shift");
        await Assertions.Expect(status).ToHaveTextAsync("Shift er trykket én gang. Trykk to ganger til for å forlate siden.");
        await visit.Page.Keyboard.PressAsync("Shift");
        await Assertions.Expect(status).ToHaveTextAsync("Trykk Shift én gang til for å forlate siden.");
        await visit.Page.Keyboard.PressAsync("Shift");

        await visit.ArriveAsync(site.ExitTo);
    }

    [Fact]
    public async Task Shift_WithSixSecondsBetween_StaysAndSaysSo()
    {
        await using var visit = await site.VisitAsync();
        await visit.Page.Clock.InstallAsync();
        await visit.OpenAsync(PageTypes.Article);
        var status = visit.Page.Locator("[data-exit-status]");

        await visit.Page.Keyboard.PressAsync("Shift");
        await visit.Page.Keyboard.PressAsync("Shift");
        await visit.Page.Clock.FastForwardAsync(6_000);
        await Assertions.Expect(status).ToHaveTextAsync("Snarveien for å forlate siden er avbrutt.");
        await visit.Page.Keyboard.PressAsync("Shift");

        await Assertions.Expect(status).ToHaveTextAsync("Shift er trykket én gang. Trykk to ganger til for å forlate siden.");
        Assert.Equal(PageTypes.Article, visit.Path);
    }

    [Fact]
    public async Task Shift_TogetherWithLetters_Stays()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync("/tilbakemelding");

        await visit.Page.Locator("#Tekst").FocusAsync();
        foreach (var letter in "ABCD")
        {
            await visit.Page.Keyboard.PressAsync($"Shift+{letter}");
        }

        Assert.Equal("ABCD", await visit.Page.Locator("#Tekst").InputValueAsync());
        Assert.Equal("/tilbakemelding", visit.Path);
    }
}
