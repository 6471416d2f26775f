using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Features.Services.Browsing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services;

/// <summary>The directory of services and the page of each. Source: product/services.md, "Directory".</summary>
public sealed class DirectoryTests : IClassFixture<DirectoryTests.MayApp>
{
    private readonly PortalApp _app;

    public DirectoryTests(MayApp app) => _app = app;

    [Fact]
    public async Task Get_TheDirectory_ListsEveryService_EachWithItsPage()
    {
        var listed = await _app.InDatabaseAsync(db => db.Services.Where(service => service.State == ServiceState.Listed && service.Kind != ServiceKind.Local).Select(service => $"/nn/tjenester/{service.Slug}").ToListAsync());

        var page = (await _app.GetPageAsync("/nn/tjenester")).Document;

        Assert.Equal(listed.Order(StringComparer.Ordinal), page.QuerySelectorAll(".service__name a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal));
        Assert.Equal($"{listed.Count} tenester", page.QuerySelector("main .section .muted")!.TextContent);
        Assert.Equal(["Naudnummer", "Nokon å snakke med", "Praktisk hjelp"], page.QuerySelectorAll("main h2").Select(heading => heading.TextContent));
    }

    [Theory]
    [InlineData("?kanal=chat", "hks-chatten", "112-politi")]
    [InlineData("?tema=rusmidler", "dopingkontakten", "lanekassen")]
    [InlineData("?apen=na", "112-politi", "hks-chatten")]
    [InlineData("?tema=&kanal=&apen=", "112-politi", "finnes-ikke")]
    public async Task Get_Narrowed_ShowsThoseThatFit(string query, string shown, string hidden)
    {
        var page = (await _app.GetPageAsync("/tjenester" + query)).Document;
        bool Has(string slug) => page.QuerySelector($".service__name a[href='/tjenester/{slug}']") is not null;

        Assert.Equal((true, false), (Has(shown), Has(hidden)));
    }

    [Fact]
    public async Task Get_NarrowedToNobody_SaysSo_AndShowsWhoIsAlwaysThere()
    {
        var page = (await _app.GetPageAsync("/tjenester?tema=tannhelse&kanal=chat&apen=na")).Document;

        Assert.Empty(page.QuerySelectorAll(".service"));
        Assert.NotNull(page.QuerySelector("main a[href='/hjelp-na']"));
        Assert.NotNull(page.QuerySelector("main a[href='/tjenester']"));
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("?tema=finnes-ikke")]
    [InlineData("?kanal=brevdue")]
    [InlineData("?apen=kanskje")]
    [InlineData("?kanal=%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7")]
    [InlineData("/finnes-ikke")]
    [InlineData("/%F0%9F%A6%84")]
    public async Task Get_WhatIsNotThere_Answers404(string rest)
    {
        using var visitor = _app.CreateVisitor();

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.VisitAsync("/tjenester" + rest)).Status);
    }

    [Fact]
    public async Task Get_AService_ShowsTheComingDays_WithTheHolidaysClosed()
    {
        var page = (await _app.GetPageAsync("/tjenester/dopingkontakten")).Document;
        string Row(int at) => string.Join(" | ", page.QuerySelectorAll("table tr")[at].Children.Select(cell => cell.TextContent));

        Assert.Equal(["tirsdag 4. mai | 11:00–20:00", "onsdag 5. mai | Stengt", "torsdag 6. mai | Stengt"], [Row(0), Row(1), Row(2)]);
        Assert.Equal(ComingDays.Ahead, page.QuerySelectorAll("table tr").Length);
        Assert.Equal("tirsdag 4. mai", page.QuerySelector("tr[aria-current=date] th")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/tjenester/dopingkontakten/feil']"));
    }

    [Fact]
    public async Task Get_AServiceThatNeverCloses_SaysSoInWords()
    {
        var page = (await _app.GetPageAsync("/en/tjenester/112-politi")).Document;

        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Contains("Day and night, every day.", page.QuerySelector("section[aria-labelledby=tider]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='tel:112']"));
    }

    /// <summary>A Tuesday at noon, two days before Ascension Day.</summary>
    public sealed class MayApp : PortalApp
    {
        public MayApp() => Clock.SetUtcNow(new DateTimeOffset(2027, 5, 4, 10, 0, 0, TimeSpan.Zero));
    }
}
