using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Finding;

/// <summary>Help near somebody. Source: product/services.md, "Finder".</summary>
public sealed class FinderTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Get_APostalCode_ListsTheNearestFirst()
    {
        var page = (await app.GetPageAsync("/hjelp-naer-deg?sted=9510")).Document;

        Assert.Equal("Nærmest 9510 Alta", page.QuerySelector("main h2")!.TextContent);
        var far = page.QuerySelectorAll("main ol .service__facts strong").Select(line => line.TextContent).ToList();
        Assert.InRange(far.Count, 5, 20);
        Assert.Equal("Under 1 km unna", far[0]);
        Assert.NotNull(page.QuerySelector("main ol a[href='/tjenester/alta-kommunale-legevakt']"));
        Assert.NotNull(page.QuerySelector("main a[href='https://www.alta.kommune.no']"));
    }

    [Fact]
    public async Task Get_WithoutAPlace_AsksForOne_AndShowsNobody()
    {
        var page = (await app.GetPageAsync("/hjelp-naer-deg")).Document;

        Assert.Empty(page.QuerySelectorAll(".service"));
        Assert.NotNull(page.QuerySelector("input[name=sted]"));
        Assert.True(page.QuerySelector("button[data-position]")!.HasAttribute("hidden"));
    }

    [Theory]
    [InlineData("?sted=9999", "Det finnes ikke noe postnummer 9999.")]
    [InlineData("?sted=058", "Et postnummer har fire siffer")]
    [InlineData("?sted=%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7", "Vi kjenner ikke det stedet.")]
    [InlineData("?sted=K%C3%B8benhavn", "Vi kjenner ikke det stedet.")]
    [InlineData("?sted=Trondhjem", "Mente du et av disse?")]
    [InlineData("?sted=V%C3%A5ler", "Det er flere steder som heter det.")]
    [InlineData("?lat=NaN&lon=10", "Det ser ikke ut til at du er i Norge")]
    [InlineData("?lat=51.50&lon=-0.12", "Det ser ikke ut til at du er i Norge")]
    [InlineData("?lat=59.91", "Det ser ikke ut til at du er i Norge")]
    [InlineData("?lat=1e9&lon=%00", "Det ser ikke ut til at du er i Norge")]
    public async Task Get_WhatIsNoPlace_SaysWhatIsWrong_AndKeepsTheForm(string query, string said)
    {
        var page = (await app.GetPageAsync("/hjelp-naer-deg" + query)).Document;

        Assert.Contains(said, page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[name=sted]"));
        Assert.Empty(page.QuerySelectorAll(".service"));
    }

    [Theory]
    [InlineData("?hva=finnes-ikke")]
    [InlineData("?alder=8-9-10")]
    [InlineData("?lat=59.91111111111111111111&lon=10")]
    public async Task Get_AFilterThatIsNone_Answers404(string query)
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri("/hjelp-naer-deg" + query, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Get_APosition_IsWhatAPostalCodeNearbyIs_AndMayAskTheDevice()
    {
        using var visitor = app.CreateVisitor();
        using var response = await visitor.GetAsync(new Uri("/hjelp-naer-deg?lat=69.97&lon=23.27", UriKind.Relative));
        using var elsewhere = await visitor.GetAsync(new Uri("/tjenester", UriKind.Relative));

        Assert.Contains("Alta kommunale legevakt", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("geolocation=(self)", string.Join(',', response.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Contains("geolocation=()", string.Join(',', elsewhere.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task Get_OnlyYouthClinics_FarFromAny_SaysHowFar_AndLeadsToTheMunicipality()
    {
        var page = (await app.GetPageAsync("/en/hjelp-naer-deg?sted=Vard%C3%B8&hva=hfu")).Document;

        Assert.Matches("^The nearest place we know of is [0-9]+ km away\\. Help", page.QuerySelector(".notice")!.TextContent.Trim());
        Assert.NotNull(page.QuerySelector("main a[href='https://www.vardo.kommune.no']"));
        Assert.Equal(3, page.QuerySelectorAll("main ol .service").Length);
        Assert.All(page.QuerySelectorAll("main ol .service__text"), text => Assert.StartsWith("Free health care for young people", text.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_AMunicipality_AlsoListsThoseThatServeItWithoutAnAddressThere()
    {
        var page = (await app.GetPageAsync("/nn/hjelp-naer-deg?sted=Oslo&hva=hfu")).Document;

        Assert.Contains("Også for deg som bur i Oslo", page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
        Assert.NotNull(page.QuerySelector("main ul a[href='/nn/tjenester/bjerke-helsestasjon-for-ungdom-hfu-oslo']"));
    }

    [Fact]
    public async Task Get_OpenNow_ShowsNobodyWhoseHoursNobodyKnows()
    {
        var page = (await app.GetPageAsync("/hjelp-naer-deg?sted=Oslo&apen=ja&hva=familievernkontor")).Document;

        var services = page.QuerySelectorAll("main .service");
        Assert.NotEmpty(services);
        Assert.All(services, service => Assert.NotNull(service.QuerySelector(".state--open")));
    }

    [Fact]
    public async Task Get_DropInForAnAge_ShowsThoseAlone()
    {
        var page = (await app.GetPageAsync("/hjelp-naer-deg?sted=B%C3%A6rum&dropin=ja&alder=18-20")).Document;

        var services = page.QuerySelectorAll("main ol .service");
        Assert.NotEmpty(services);
        Assert.All(services, service => Assert.Contains(service.QuerySelectorAll(".tag"), tag => tag.TextContent == "Du trenger ikke time"));
    }

    [Fact]
    public async Task Get_AServiceThere_ShowsWhereWhenForWhom_AndWhatToSay()
    {
        var page = (await app.GetPageAsync("/en/tjenester/helsestasjon-for-ungdom-bekkestua-baerum")).Document;

        Assert.Equal("Helsestasjon for ungdom, Bekkestua", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["No appointment needed", "13–23 years"], page.QuerySelectorAll("main li.tag").Select(tag => tag.TextContent));
        Assert.Contains(page.QuerySelectorAll("main .page-head li"), line => line.TextContent.Contains("Hi, I’ve never been here before.", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("main table"));
        Assert.Equal("/en/hjelp-naer-deg", page.QuerySelector(".breadcrumb a")!.GetAttribute("href"));
    }
}
