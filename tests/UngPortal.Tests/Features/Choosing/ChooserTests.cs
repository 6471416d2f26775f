using System.Net;
using UngPortal.Features.Choosing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Choosing;

/// <summary>The help chooser. Source: product/services.md, "Help chooser".</summary>
public sealed class ChooserTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Choose_AnyWay_TakesThreeTaps_AndSuggestsAtMostThree_OneOfThemHuman()
    {
        var first = (await app.GetPageAsync("/finn-hjelp")).Document;
        var topics = first.QuerySelectorAll("main .chips a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(6, topics.Count);
        foreach (var topic in topics)
        {
            var hastes = (await app.GetPageAsync(topic)).Document.QuerySelectorAll("main .chips a").Select(link => link.GetAttribute("href")!).ToList();
            Assert.Equal(3, hastes.Count);
            foreach (var haste in hastes.Where(haste => !haste.EndsWith("hast=na", StringComparison.Ordinal)))
            {
                var manners = (await app.GetPageAsync(haste)).Document.QuerySelectorAll("main .chips a").Select(link => link.GetAttribute("href")!).ToList();
                Assert.Equal(4, manners.Count);
                foreach (var manner in manners)
                {
                    var page = (await app.GetPageAsync(manner)).Document;
                    var services = page.QuerySelectorAll("main .service").Length;
                    var others = page.QuerySelectorAll("main .card, main a[href='/hjelp-naer-deg'], main a[href='/still-sporsmal']").Length;

                    Assert.InRange(services, 1, Suggestions.Most);
                    Assert.InRange(services + others, 2, Suggestions.Most);
                }
            }
        }
    }

    [Fact]
    public async Task Choose_SomebodyInDanger_ShowsEmergencyNumbersAtOnce()
    {
        var page = (await app.GetPageAsync("/en/finn-hjelp?om=vet-ikke&hast=na")).Document;

        Assert.NotNull(page.QuerySelector("main a[href='tel:113']"));
        Assert.NotNull(page.QuerySelector("main .service"));
    }

    [Fact]
    public async Task Choose_SomebodyInDanger_CountsCallsForTheServiceBehindEachNumber()
    {
        var box = (await app.GetPageAsync("/finn-hjelp?om=vet-ikke&hast=na")).Document.QuerySelector(".crisis")!;

        Assert.Equal(
            [("113-medisinsk-nodnummer", "tel:113"), ("alarmtelefonen-for-barn-og-unge", "tel:116111"), ("mental-helse-116123", "tel:116123")],
            box.QuerySelectorAll("a[data-onward]").Select(link => (link.GetAttribute("data-onward")!, link.GetAttribute("href")!)));
        Assert.Equal("/hjelp-na", Assert.Single(box.QuerySelectorAll("a:not([data-onward])")).GetAttribute("href"));
    }

    [Theory]
    [InlineData("skrive", "a[href^='https:'], a[href^='sms:']")]
    [InlineData("snakke", "a[href^='tel:']")]
    public async Task Choose_AManner_SuggestsThoseWhoCanBeReachedSo_TheOpenOnesFirst(string manner, string way)
    {
        var page = (await app.GetPageAsync($"/finn-hjelp?om=folelser-identitet-og-forelskelse&hast=i-dag&hvordan={manner}")).Document;

        var services = page.QuerySelectorAll("main .service").ToList();
        Assert.Equal(Suggestions.Most, services.Count);
        Assert.All(services, service => Assert.NotNull(service.QuerySelector(way)));
        Assert.NotNull(services[0].QuerySelector(".state--open"));
    }

    [Fact]
    public async Task Choose_ToRead_ShowsTextsOfTheTopicInTheLanguage()
    {
        var page = (await app.GetPageAsync("/nn/finn-hjelp?om=kropp-helse-og-sex&hast=senere&hvordan=lese")).Document;

        Assert.Equal(2, page.QuerySelectorAll("main .card a[href^='/nn/artikler/']").Select(link => link.GetAttribute("href")).Distinct().Count());
    }

    [Theory]
    [InlineData("?om=finnes-ikke")]
    [InlineData("?om=vet-ikke&hast=kanskje")]
    [InlineData("?om=vet-ikke&hast=senere&hvordan=brevdue")]
    [InlineData("?om=%F0%9F%A6%84")]
    public async Task Choose_WhatIsNoChoice_Answers404(string query)
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri("/finn-hjelp" + query, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Choose_ToMeet_WhereOnePlaceIsNear_SuggestsNoneADaysJourneyAway()
    {
        var page = (await app.GetPageAsync("/finn-hjelp?om=vet-ikke&hast=senere&hvordan=mote&sted=9008")).Document;

        Assert.Equal(Suggestions.Most, page.QuerySelectorAll("main .service").Length);
        Assert.Equal(["/tjenester/tromso-familievernkontor"], page.QuerySelectorAll("main .service").Where(card => card.TextContent.Contains("unna", StringComparison.Ordinal)).Select(card => card.QuerySelector("h3 a")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Choose_StoresNothing()
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri("/finn-hjelp?om=vet-ikke&hast=senere&hvordan=snakke", UriKind.Relative));

        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
