using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Platform.Importing;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>The catalogue: what it lists, how it is narrowed, and that nothing is claimed which nobody knows. Source: product/tools.md.</summary>
public sealed class ToolCatalogueTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task Get_TheCatalogue_ListsTheStarterTools_AsNotAssessed()
    {
        var page = await app.GetPageAsync("/nn/verktoy");
        var starters = await app.InDatabaseAsync(db => db.ImportedFiles.Where(file => file.Path.StartsWith("tools/")).Select(file => file.Path).ToListAsync());

        Assert.Equal(30, starters.Count);
        Assert.Subset(ToolVisits.Listed(page).ToHashSet(StringComparer.Ordinal), starters.Select(path => path["tools/".Length..]).ToHashSet(StringComparer.Ordinal));
        Assert.All(page.TextsOf(".standing"), text => Assert.Equal("Ikkje vurdert av oss enno", text));
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Tools.CountAsync(tool => tool.Approval != null || tool.BadgeUntil != null || tool.State != ToolState.Proposed)));
    }

    [Theory]
    [InlineData("?tema=psykisk-helse", "grubl", "jobbkartet")]
    [InlineData("?tema=folelser-identitet-og-forelskelse", "grubl", "jobbkartet")]
    [InlineData("?plattform=android", "grubl", "jobbkartet")]
    [InlineData("?plattform=nett", "jobbkartet", "grubl")]
    [InlineData("?sprak=en", "skamlos", "grubl")]
    [InlineData("?sprak=no", "grubl", "jobbkartet")]
    [InlineData("?tema=&plattform=&sprak=&alder=&pris=", "grubl", "finnes-ikke")]
    public async Task Get_Narrowed_ShowsThoseThatFit(string query, string shown, string hidden)
    {
        var listed = ToolVisits.Listed(await app.GetPageAsync("/verktoy" + query));

        Assert.Equal((true, false), (listed.Contains(shown), listed.Contains(hidden)));
    }

    [Fact]
    public async Task Get_NarrowedByWhatFewAreKnownFor_LeavesTheUnknownOut_AndSaysHowMany()
    {
        using var own = new PortalApp();
        await own.ProposeAsync("for-tretten", ToolVisits.Facts("For tretten") with { MinimumAge = 13, Price = ToolPrice.Free, WorksOffline = true });
        await own.ProposeAsync("for-atten", ToolVisits.Facts("For atten") with { MinimumAge = 18, Price = ToolPrice.Paid, WorksOffline = false });

        foreach (var query in new[] { "?alder=15", "?pris=gratis", "?frakoblet=ja" })
        {
            var page = await own.GetPageAsync("/verktoy" + query);

            Assert.Equal($"{query} for-tretten", $"{query} {string.Join(' ', ToolVisits.Listed(page))}");
            Assert.Contains("30 andre er ikke med, fordi vi ikke vet nok om dem.", page.TextOf("main"), StringComparison.Ordinal);
            Assert.NotNull(page.Document.QuerySelector("meta[name=robots][content=noindex]"));
        }

        Assert.Equal(["for-tretten", "for-atten"], ToolVisits.Listed(await own.GetPageAsync("/verktoy?alder=18")).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Get_OnlyTheAssured_IsEmpty_WhileNobodyHasAssessedAny()
    {
        var page = await app.GetPageAsync("/verktoy?merket=ja");

        Assert.Empty(ToolVisits.Listed(page));
        Assert.Equal("Vi fant ingen verktøy som passer", page.TextOf("#treff"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/verktoy']"));
    }

    [Theory]
    [InlineData("?tema=finnes-ikke")]
    [InlineData("?plattform=brevdue")]
    [InlineData("?sprak=klingon")]
    [InlineData("?alder=8")]
    [InlineData("?alder=16-17")]
    [InlineData("?pris=billig")]
    [InlineData("?frakoblet=kanskje")]
    [InlineData("?merket=%F0%9F%A6%84")]
    [InlineData("/finnes-ikke")]
    [InlineData("/%F0%9F%A6%84")]
    [InlineData("/finnes-ikke/meld-fra")]
    public async Task Get_WhatIsNotThere_Answers404(string rest)
    {
        using var visitor = app.CreateVisitor();
        using var answer = await visitor.GetAsync(new Uri("/verktoy" + rest, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_ATool_SaysWhatIsKnown_AndThatTheRestIsNot()
    {
        var page = await app.GetPageAsync("/verktoy/grubl");
        var facts = page.Document.QuerySelectorAll("section[aria-labelledby=fakta] tr").ToDictionary(row => row.QuerySelector("th")!.TextContent, row => row.QuerySelector("td")!.TextContent);

        Assert.Equal("Brorson og Sande AS (vi er ikke sikre)", facts["Hvem som har laget det"]);
        Assert.Equal("iPhone og iPad, Android", facts["Hvor det virker"]);
        Assert.Equal("bokmål", facts["Språk i verktøyet"]);
        Assert.All(["Fagmiljø som står bak innholdet", "Laveste alder", "Pris", "Må du logge inn?", "Hva det samler om deg", "Virker det uten nett?"], name => Assert.Equal("Det vet vi ikke", facts[name]));
        Assert.Equal("Ikke vurdert av oss ennå", page.TextOf("section[aria-labelledby=sjekket] strong"));
        Assert.NotNull(page.Document.QuerySelector("a[href^='https://play.google.com/']"));
        Assert.NotNull(page.Document.QuerySelector("main a[href='/verktoy/grubl/meld-fra']"));
        Assert.NotNull(page.Document.QuerySelector("section[aria-labelledby=tjenester] a[href='tel:116111']"));
    }

    [Fact]
    public async Task Get_ATopic_ShowsThreeOfItsToolsAtMost_AndTheSitemapKnowsThemAll()
    {
        var listed = ToolVisits.Listed(await app.GetPageAsync("/tema/utdanning"));
        var map = (await app.GetPageAsync("/sitemap.xml")).Text;

        Assert.Equal(ToolsForTopic.Most, listed.Count);
        Assert.Empty(ToolVisits.Listed(await app.GetPageAsync("/tema/tannhelse")));
        Assert.Contains("<loc>https://localhost/en/verktoy/grubl</loc>", map, StringComparison.Ordinal);
        Assert.NotNull((await app.GetPageAsync("/")).Document.QuerySelector("main a[href='/verktoy']"));
    }

    [Theory]
    [InlineData("", 0, "Velg to eller tre verktøy for å sammenligne dem.")]
    [InlineData("?v=grubl", 1, "Velg to eller tre verktøy for å sammenligne dem.")]
    [InlineData("?v=grubl&v=grubl", 1, "Velg to eller tre verktøy for å sammenligne dem.")]
    [InlineData("?v=grubl&v=opp", 2, "")]
    [InlineData("?v=grubl&v=opp&v=skamlos", 3, "")]
    [InlineData("?v=grubl&v=opp&v=skamlos&v=tankevirus", 3, "Du kan sammenligne tre om gangen. Vi viser de tre første.")]
    [InlineData("?v=grubl&v=finnes-ikke&v=%3Cscript%3E", 1, "Vi fant ikke alle verktøyene du valgte.")]
    public async Task Compare_WhateverIsChosen_ShowsThreeAtMost_AndSaysWhatIsMissing(string query, int columns, string remark)
    {
        var page = await app.GetPageAsync("/verktoy/sammenlign" + query);

        Assert.Equal((HttpStatusCode.OK, columns, remark), (page.Status, page.Document.QuerySelectorAll("thead th").Length, page.TextOf(".notice")));
        Assert.All(page.Document.QuerySelectorAll("tbody tr"), row => Assert.Equal(("row", columns), (row.QuerySelector("th")!.GetAttribute("scope"), row.QuerySelectorAll("td").Length)));
    }

    [Fact]
    public async Task Search_ForATool_FindsIt_UntilItIsSuspended()
    {
        using var own = new PortalApp();
        own.Services.WaitForSearchIndex();
        Assert.NotNull((await own.GetPageAsync("/en/sok?q=grubl")).Document.QuerySelector("main a[href='/en/verktoy/grubl']"));

        await own.ChangeToolAsync("grubl", tool => tool.Suspend(own.Clock.GetUtcNow().UtcDateTime));

        Assert.Null((await own.GetPageAsync("/en/sok?q=grubl")).Document.QuerySelector("main a[href='/en/verktoy/grubl']"));
        Assert.Equal(HttpStatusCode.OK, (await own.GetPageAsync("/sok?q=studie&type=tool")).Status);
    }
}
