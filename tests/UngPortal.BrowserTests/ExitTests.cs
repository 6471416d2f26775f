using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests;

[Collection(SiteCollection.Name)]
public sealed class ExitTests(BrowserSite site)
{
    private const string Button = ".btn-exit";

    [Fact]
    public async Task Click_OnAnArticle_LeavesNothingToGoBackTo()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync("/om");
        await visit.OpenAsync(PageTypes.Article);

        await visit.Page.Locator(Button).ClickAsync();
        await visit.ArriveAsync(site.ExitTo);
        await visit.Page.GoBackAsync();

        Assert.Equal("/om", visit.Path);
    }

    [Fact]
    public async Task Click_WhileTheOtherSiteIsSlow_ShowsABlankPageAtOnce()
    {
        await using var visit = await site.VisitAsync();
        var release = new TaskCompletionSource();
        await visit.Page.RouteAsync(site.ExitTo, async route =>
        {
            await release.Task;
            await route.ContinueAsync();
        });
        await visit.OpenAsync(PageTypes.Feedback);
        await visit.Page.Locator("#Tekst").FillAsync("Noe hemmelig");

        // One step: locators wait for the window to move on before they look.
        var seen = await visit.Page.EvaluateAsync<string[]>("""
            selector => {
              document.querySelector(selector).click();
              const cover = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
              const box = cover.getBoundingClientRect();
              return [cover.className, `${box.x} ${box.y} ${box.width} ${box.height}`, getComputedStyle(cover).backgroundColor, document.title, document.querySelector('#Tekst').value];
            }
            """, Button);

        Assert.Equal(["exit-cover", "0 0 1280 900", "rgb(255, 255, 255)", "\u200b", ""], seen);
        release.SetResult();
        await visit.ArriveAsync(site.ExitTo);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Click_WithChoicesMade_ClearsCookiesAndStorage(bool javaScript)
    {
        await using var visit = await site.VisitAsync(javaScript: javaScript);
        await visit.OpenAsync("/innstillinger");
        await visit.Page.Locator("label[for=alder-13-15]").ClickAsync();
        await visit.Page.Locator("label[for=tema-dark]").ClickAsync();
        await visit.Page.Locator("main button[type=submit]").ClickAsync();
        await visit.ArriveAsync("**/innstillinger?lagret=*");
        Assert.Equal(["alder", "skjema", "tema"], await visit.CookiesAsync());
        if (javaScript)
        {
            await visit.Page.EvaluateAsync("() => { localStorage.setItem('a', 'b'); sessionStorage.setItem('c', 'd'); }");
        }

        await visit.Page.Locator(Button).ClickAsync();
        await visit.ArriveAsync(site.ExitTo);

        await UntilAsync(async () => (await visit.CookiesAsync()).Count == 0);
        if (javaScript)
        {
            await visit.OpenAsync("/om");
            Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        }
    }

    [Fact]
    public async Task Click_WithoutJavaScript_FollowsTheLinkBySeeOther()
    {
        await using var visit = await site.VisitAsync(javaScript: false);
        List<int> statuses = [];
        visit.Page.Response += (_, response) => statuses.Add(response.Request.IsNavigationRequest && response.Url.EndsWith("/forlat", StringComparison.Ordinal) ? response.Status : 0);
        await visit.OpenAsync(PageTypes.Article);

        await visit.Page.Locator(Button).ClickAsync();
        await visit.ArriveAsync(site.ExitTo);

        Assert.Contains(303, statuses);
    }

    [Fact]
    public async Task Enter_OnTheSecondSkipLink_Leaves()
    {
        await using var visit = await site.VisitAsync();
        await visit.OpenAsync(PageTypes.Article);

        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Tab");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.ArriveAsync(site.ExitTo);
    }

    /// <summary>The browser clears what the server's answer tells it to clear, a moment after the window has moved on.</summary>
    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 100 && !await condition(); attempt++)
        {
            await Task.Delay(100);
        }

        Assert.True(await condition());
    }
}
