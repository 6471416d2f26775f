using System.Net;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>What readers see of a badge: where it comes from, when it ends by itself, and how fast it is gone.</summary>
public sealed class BadgeTests
{
    private const string Badge = "Kvalitetssikret – ikke en erstatning for helsehjelp";

    [Fact]
    public async Task Get_AnAssuredTool_ShowsTheBadge_WhatWasCheckedAndFourScores()
    {
        using var app = new PortalApp();
        await app.AssuredToolAsync("merket", "Merket app", "utdanning");

        var page = await app.GetPageAsync("/verktoy/merket");
        var english = await app.GetPageAsync("/en/verktoy/merket");

        Assert.Equal(Badge, page.TextOf(".standing--assured"));
        Assert.Equal("Quality assured – not a substitute for health care", english.TextOf(".standing--assured"));
        Assert.Equal("Kvalitetssikra – ikkje ei erstatning for helsehjelp", (await app.GetPageAsync("/nn/verktoy/merket")).TextOf(".standing--assured"));
        Assert.Equal(["3 av 4", "3 av 4", "3 av 4", "3 av 4"], page.TextsOf("section[aria-labelledby=sjekket] td"));
        Assert.Equal(["2026-11-23", "2027-11-23"], page.Document.QuerySelectorAll("section[aria-labelledby=sjekket] time").Select(time => time.GetAttribute("datetime")));
        Assert.Contains("Vi har prøvd appen i to uker.", page.TextOf("section[aria-labelledby=sjekket]"), StringComparison.Ordinal);
        Assert.Equal("nb", english.Document.QuerySelector("section[aria-labelledby=sjekket] p[lang]")!.GetAttribute("lang"));
        Assert.Equal(["merket"], ToolVisits.Listed(await app.GetPageAsync("/verktoy?merket=ja")));
        Assert.Equal("merket", ToolVisits.Listed(await app.GetPageAsync("/verktoy"))[0]);
        Assert.Equal("merket", ToolVisits.Listed(await app.GetPageAsync("/tema/utdanning"))[0]);
        Assert.Contains(Badge, (await app.GetPageAsync("/verktoy/sammenlign?v=merket&v=grubl")).TextsOf("tbody tr:first-child td"));
    }

    [Fact]
    public async Task Get_AfterTwelveMonths_HasNoBadge_ThoughNothingWasStoredAndNoJobRan()
    {
        using var app = new PortalApp().WithoutWorkers();
        await app.AssuredToolAsync("utlop", "Utløpende app", "utdanning");
        var end = OsloTime.StartOf(new DateOnly(2027, 11, 23));
        string[] pages = ["/verktoy", "/verktoy/utlop", "/tema/utdanning", "/verktoy/sammenlign?v=utlop&v=grubl"];

        app.Clock.SetUtcNow(end.AddSeconds(-20));
        foreach (var path in pages)
        {
            Assert.Contains(Badge, (await app.GetPageAsync(path)).Text, StringComparison.Ordinal);
        }

        app.Clock.SetUtcNow(end);
        foreach (var path in pages)
        {
            Assert.DoesNotContain(Badge, (await app.GetPageAsync(path)).Text, StringComparison.Ordinal);
        }

        Assert.Equal("Må vurderes på nytt", (await app.GetPageAsync("/verktoy/utlop")).TextOf(".standing"));
    }

    [Fact]
    public async Task Run_SixtyDaysBefore_MakesReviewDue_AndLeavesTheBadgeOn()
    {
        using var app = new PortalApp();
        await app.AssuredToolAsync("snart");
        await app.RunAsync<ToolReviewDue>();
        Assert.Empty(await app.AuditOfAsync("tool:snart"));
        app.Clock.SetUtcNow(OsloTime.StartOf(new DateOnly(2027, 11, 23)).AddDays(-ToolReviewDue.DaysAhead));

        await app.RunAsync<ToolReviewDue>();
        await app.RunAsync<ToolReviewDue>();
        await app.DeliverOutboxAsync();

        Assert.Equal(["tool-falldue Time: 2027-11-22"], await app.AuditOfAsync("tool:snart"));
        Assert.Equal(Badge, (await app.GetPageAsync("/verktoy/snart")).TextOf(".standing--assured"));
    }

    [Fact]
    public async Task Suspend_AToolOnStoredPages_IsGoneFromAll_WithTheNextOutbox()
    {
        using var app = new PortalApp().WithoutWorkers();
        await app.AssuredToolAsync("farlig", "Farlig app", "tannhelse");
        string[] lists = ["/verktoy", "/en/verktoy", "/verktoy?merket=ja", "/tema/tannhelse", "/verktoy/sammenlign?v=farlig&v=grubl", "/sitemap.xml"];
        using var visitor = app.CreateVisitor();
        foreach (var path in lists.Append("/verktoy/farlig"))
        {
            Assert.Contains("/verktoy/farlig", await visitor.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        }

        await app.ChangeToolAsync("farlig", tool => tool.Suspend(app.Clock.GetUtcNow().UtcDateTime));

        foreach (var path in lists)
        {
            Assert.DoesNotContain("/verktoy/farlig", await visitor.GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
        }

        Assert.All(["/verktoy/farlig", "/nn/verktoy/farlig", "/verktoy/farlig/meld-fra"], path => Assert.Equal(HttpStatusCode.NotFound, app.GetPageAsync(path).GetAwaiter().GetResult().Status));
    }

    [Fact]
    public async Task FallDue_ForAComplaint_TakesTheBadgeOff_ButNotThePage()
    {
        using var app = new PortalApp();
        await app.AssuredToolAsync("klaget");
        await app.GetPageAsync("/verktoy/klaget");

        await app.ChangeToolAsync("klaget", tool => tool.FallDue(ReviewCause.Complaint, app.Clock.GetUtcNow().UtcDateTime));

        Assert.Equal("Må vurderes på nytt", (await app.GetPageAsync("/verktoy/klaget")).TextOf(".standing"));
    }
}
