using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Choosing;
using UngPortal.Features.Services;
using UngPortal.Platform.Caching;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Choosing;

/// <summary>Age and place in the help chooser: optional, and kept nowhere. Source: product/services.md, "Help chooser".</summary>
public sealed class ChooserFitTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Meet = "/finn-hjelp?om=vet-ikke&hast=senere&hvordan=mote";

    [Theory]
    [InlineData("om=vet-ikke&hast=na", 2)]
    [InlineData("om=vet-ikke&hast=senere&hvordan=lese", 3)]
    [InlineData("om=vet-ikke&hast=i-dag&hvordan=skrive", 3)]
    [InlineData("om=vet-ikke&hast=i-dag&hvordan=snakke", 3)]
    [InlineData("om=vet-ikke&hast=i-dag&hvordan=mote", 3)]
    public async Task Suggestions_AskForAgeAndPlace_AndBothMayBeLeftOut(string answers, int taps)
    {
        var form = (await app.GetPageAsync("/nn/finn-hjelp?" + answers)).Document.QuerySelector("main form[action='/nn/finn-hjelp'][method=get]")!;

        var carried = form.QuerySelectorAll("input[type=hidden]").Select(field => $"{field.GetAttribute("name")}={field.GetAttribute("value")}").ToList();
        Assert.Equal(taps, carried.Count);
        Assert.Equal(answers, string.Join('&', carried));
        Assert.NotNull(form.QuerySelector("input[name=sted]:not([required])"));
        Assert.Equal("", form.QuerySelector("select[name=alder] option")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await app.GetPageAsync($"/nn/finn-hjelp?{answers}&alder=&sted=")).Status);
    }

    [Fact]
    public async Task ToMeetSomebody_NearAPlace_SuggestsTwoPlacesAndALine_AndLeadsToAll()
    {
        using var own = new PortalApp();
        own.Clock.Advance(TimeSpan.FromHours(3));

        var page = (await own.GetPageAsync($"{Meet}&alder=13-15&sted=1337")).Document;

        var services = page.QuerySelectorAll("main .service").ToList();
        Assert.Equal(Suggestions.Most, services.Count);
        Assert.Equal(Suggestions.Places, (await PlacesAsync(page)).Count);
        Assert.NotNull(services[0].QuerySelector("a[href='/tjenester/helsestasjon-for-ungdom-sandvika-baerum']"));
        Assert.Matches("(km unna|Under 1 km unna)$", services[0].QuerySelector("p.muted")!.TextContent);
        Assert.NotNull(services[0].QuerySelector(".state--open"));
        Assert.DoesNotContain(services, service => service.TextContent.Contains("legevakt", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("/hjelp-naer-deg?sted=1337%20Sandvika&alder=13-15", page.QuerySelectorAll("main a.more").Select(link => link.GetAttribute("href")));
        Assert.Equal("1337", page.QuerySelector("input[name=sted]")!.GetAttribute("value"));
        Assert.Equal("13-15", page.QuerySelector("select[name=alder] option[selected]")!.GetAttribute("value"));
        Assert.Contains("sted=1337", page.QuerySelector("a[hreflang=nn], a[lang=nn]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31-99")]
    [InlineData("1-2-3")]
    [InlineData("%00")]
    public async Task AnAgeThatIsNone_Answers404(string age) => Assert.Equal(HttpStatusCode.NotFound, (await app.GetPageAsync($"{Meet}&alder={age}")).Status);

    [Fact]
    public async Task AnAge_LeavesOutPlacesThatAreKnownNotToTakeIt()
    {
        var young = await PlacesAsync((await app.GetPageAsync($"{Meet}&alder=13-15&sted=B%C3%A6rum")).Document);
        var all = (await app.GetPageAsync("/hjelp-naer-deg?sted=B%C3%A6rum&alder=13-15")).Links;

        Assert.DoesNotContain("/tjenester/rask-psykisk-helsehjelp-baerum", all);
        Assert.NotEmpty(young);
        Assert.All(young, link => Assert.Contains(link, all));
    }

    [Theory]
    [InlineData("Trondhjem", "Mente du et av disse?")]
    [InlineData("V%C3%A5ler", "Det er flere steder som heter det.")]
    [InlineData("9999", "Det finnes ikke noe postnummer 9999.")]
    [InlineData("%3Cb%3Ex%3C%2Fb%3E", "Vi kjenner ikke det stedet.")]
    public async Task APlaceNobodyKnows_IsSaid_AndTextAndSuggestionsStay(string place, string said)
    {
        var page = (await app.GetPageAsync($"{Meet}&alder=13-15&sted={place}")).Document;

        Assert.Contains(said, page.QuerySelector("main [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Uri.UnescapeDataString(place), page.QuerySelector("input[name=sted]")!.GetAttribute("value"));
        Assert.NotEmpty(page.QuerySelectorAll("main .service"));
        Assert.Empty(await PlacesAsync(page));
        foreach (var meant in page.QuerySelectorAll("main .chips a").Select(link => link.GetAttribute("href")!))
        {
            Assert.StartsWith($"{Meet}&alder=13-15&sted=", meant, StringComparison.Ordinal);
            Assert.Empty((await app.GetPageAsync(meant)).Document.QuerySelectorAll("main [role=alert]"));
        }
    }

    [Theory]
    [InlineData("snakke")]
    [InlineData("skrive")]
    [InlineData("lese")]
    public async Task APlace_InAnyOtherManner_AddsAPlaceOnlyWhereThereIsRoom(string manner)
    {
        foreach (var topic in (await app.GetPageAsync("/finn-hjelp")).Document.QuerySelectorAll("main .chips a").Select(link => link.GetAttribute("href")!))
        {
            var page = (await app.GetPageAsync($"{topic}&hast=senere&hvordan={manner}&alder=16-17&sted=Oslo")).Document;
            var places = (await PlacesAsync(page)).Count;
            var services = page.QuerySelectorAll("main .service").Length;
            var others = page.QuerySelectorAll("main .card, main a[href='/still-sporsmal']").Length;

            Assert.InRange(places, 0, 1);
            Assert.InRange(services - places, 1, Suggestions.Most);
            Assert.InRange(services + others, 2, Suggestions.Most);
            Assert.Contains("/hjelp-naer-deg?sted=Oslo&alder=16-17", page.QuerySelectorAll("main a.more").Select(link => link.GetAttribute("href")));
        }
    }

    [Fact]
    public async Task FarFromAnyPlace_SaysHowFar()
    {
        var page = await app.GetPageAsync($"/en{Meet}&alder=13-15&sted=9170");

        Assert.Matches("^The nearest place we know of is [0-9 ]+ km away\\.", page.TextOf("main .notice"));
    }

    [Fact]
    public async Task APlace_EndsUpInNoKeptPage()
    {
        var kept = app.Services.GetRequiredService<PageCache>();
        using var visitor = app.CreateVisitor();
        using var without = await visitor.GetAsync(new Uri($"{Meet}&alder=18-20", UriKind.Relative));
        var before = kept.Count;
        using var with = await visitor.GetAsync(new Uri($"{Meet}&alder=18-20&sted=9510", UriKind.Relative));
        using var after = await visitor.GetAsync(new Uri($"{Meet}&alder=18-20", UriKind.Relative));

        Assert.NotNull(without.Headers.ETag);
        Assert.Equal("no-store", with.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", with.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(with.Headers.Contains("Set-Cookie"));
        Assert.Equal(before, kept.Count);
        Assert.Contains("9510", await with.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("9510", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<List<string>> PlacesAsync(IDocument page)
    {
        var places = await app.InDatabaseAsync(db => db.Services.Where(service => service.Kind == ServiceKind.Local).Select(service => "/tjenester/" + service.Slug).ToListAsync());
        return [.. page.QuerySelectorAll("main .service h3 a").Select(link => link.GetAttribute("href")!).Where(places.Contains)];
    }
}
