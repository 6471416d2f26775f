using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>Choosing help on a phone. Source: product/services.md, "Help chooser" and "Directory".</summary>
[Collection(SiteCollection.Name)]
public sealed class ChooserTests(BrowserSite site)
{
    private const string InDanger = "/finn-hjelp?om=vet-ikke&hast=na";
    private const string Ambulance = "main .crisis a[href='tel:113']";

    [Fact]
    public async Task Choose_ToMeetSomebody_WithAgeAndPlace_WithoutJavaScript()
    {
        await using var visit = await site.VisitAsync(360, 740, javaScript: false);
        await visit.OpenAsync("/finn-hjelp");
        await visit.Page.Locator("main .chips a").Last.ClickAsync();
        await visit.Page.Locator("main .chips a").Last.ClickAsync();
        await visit.Page.Locator("main .chips a").Last.ClickAsync();
        await visit.ArriveAsync("**/finn-hjelp?om=vet-ikke&hast=senere&hvordan=mote");

        await visit.Page.Locator("#alder").SelectOptionAsync("13-15");
        await visit.Page.Locator("#sted").FillAsync("1337");
        await visit.Page.Locator("main form button[type=submit]").ClickAsync();
        await visit.ArriveAsync("**/finn-hjelp?om=vet-ikke&hast=senere&hvordan=mote&alder=13-15&sted=1337");

        await Assertions.Expect(visit.Page.Locator("main .service")).ToHaveCountAsync(3);
        await Assertions.Expect(visit.Page.Locator("#sted")).ToHaveValueAsync("1337");
        await visit.Page.Locator("main a.more[href*='sted=']").ClickAsync();
        await visit.ArriveAsync("**/hjelp-naer-deg?sted=1337%20Sandvika&alder=13-15");
        await Assertions.Expect(visit.Page.Locator("main ol .service").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Call_FromTheCrisisBox_IsCounted_WithNothingOfWho()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.OpenAsync(InDanger);

        var told = await visit.Page.RunAndWaitForRequestAsync(() => visit.Page.Locator(Ambulance).ClickAsync(), "**/videre");

        Assert.Equal("/tjenester/113-medisinsk-nodnummer/videre", new Uri(told.Url).PathAndQuery);
        Assert.Empty(told.PostData ?? "");
        Assert.False((await told.AllHeadersAsync()).ContainsKey("referer"));
    }

    [Fact]
    public async Task Call_BySomebodyWhoAsksNotToBeTracked_IsNotCounted()
    {
        await using var visit = await site.VisitAsync(360, 740);
        await visit.Context.AddInitScriptAsync("Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }); window.sent = 0; navigator.sendBeacon = () => { window.sent++; return true; };");
        await visit.OpenAsync(InDanger);

        await visit.Page.Locator(Ambulance).ClickAsync();

        Assert.Equal(0, await visit.Page.EvaluateAsync<int>("() => window.sent"));
    }
}
