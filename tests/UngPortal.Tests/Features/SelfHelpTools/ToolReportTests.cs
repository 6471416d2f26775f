using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Features.SelfHelpTools.Reporting;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>"Meld fra om et problem": kept once, for ninety days, and nothing is lost that was typed.</summary>
public sealed class ToolReportTests(PortalApp app) : IClassFixture<PortalApp>
{
    private const string Page = "/verktoy/grubl/meld-fra";

    [Fact]
    public async Task Post_AReport_IsKeptOnce_AndChangesNothingAboutTheTool()
    {
        using var visitor = app.CreateVisitor();
        var key = Guid.NewGuid().ToString();

        var first = await visitor.FillInAsync(Page, null, ("Tekst", " Den krasjer "), ("Nokkel", key));
        var second = await visitor.FillInAsync(Page, null, ("Tekst", " Den krasjer "), ("Nokkel", key));

        Assert.Equal(($"{Page}?sendt=true", $"{Page}?sendt=true"), (first.Response.Headers.Location!.OriginalString, second.Response.Headers.Location!.OriginalString));
        var kept = Assert.Single(await app.InDatabaseAsync(db => db.ToolReports.AsNoTracking().Where(report => report.Text == "Den krasjer").ToListAsync()));
        Assert.Null(kept.HandledAt);
        Assert.Equal(ToolState.Proposed, await app.InDatabaseAsync(db => db.Tools.Where(tool => tool.Slug == "grubl").Select(tool => tool.State).SingleAsync()));
        Assert.Equal("Takk for at du sa fra!", (await app.GetPageAsync($"{Page}?sendt=true")).TextOf("h1"));
    }

    [Theory]
    [InlineData(0, "Skriv hva problemet er.")]
    [InlineData(501, "Skriv kortere: høyst 500 tegn.")]
    public async Task Post_TooLittleOrTooMuch_IsRefused_WithTheTextInPlace(int length, string message)
    {
        using var visitor = app.CreateVisitor();
        var text = new string('ø', length);

        var page = await visitor.FillInAsync(Page, null, ("Tekst", text));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, message, text), (page.Status, page.TextOf("#Tekst-feil"), page.TextOf("textarea")));
        Assert.NotNull(page.Document.QuerySelector(".error-summary a[href='#Tekst']"));
    }

    [Fact]
    public async Task Post_WithoutTheFormsKey_IsAskedForAgain_AndThenKept()
    {
        using var visitor = app.CreateVisitor();

        var stale = await visitor.FillInAsync(Page, null, ("Tekst", "Uten nøkkel"), ("Nokkel", null));
        using var again = new FormUrlEncodedContent(stale.Form(Page));
        using var answer = await visitor.PostAsync(new Uri(Page, UriKind.Relative), again);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (stale.Status, answer.StatusCode));
        Assert.Equal(1, await app.InDatabaseAsync(db => db.ToolReports.CountAsync(report => report.Text == "Uten nøkkel")));
    }

    [Fact]
    public async Task Run_Retention_DeletesAfterNinetyDays_HandledOrNot()
    {
        using var own = new PortalApp();
        using var visitor = own.CreateVisitor();
        await visitor.FillInAsync(Page, null, ("Tekst", "Gammel"));
        await visitor.FillInAsync(Page, null, ("Tekst", "Gammel og lest"));
        await own.InDatabaseAsync(async db =>
        {
            (await db.ToolReports.SingleAsync(report => report.Text == "Gammel og lest")).Handle(1, db.Time.GetUtcNow().UtcDateTime);
            return await db.SaveChangesAsync();
        });
        own.Clock.Advance(TimeSpan.FromDays(ToolReport.KeptDays));
        await own.RunAsync<ToolReportRetention>();
        var onTheLastDay = await own.InDatabaseAsync(db => db.ToolReports.CountAsync());
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.FillInAsync(Page, null, ("Tekst", "Ny"));

        await own.RunAsync<ToolReportRetention>();

        Assert.Equal(2, onTheLastDay);
        Assert.Equal(["Ny"], await own.InDatabaseAsync(db => db.ToolReports.Select(report => report.Text).ToListAsync()));
    }

    [Fact]
    public void Handle_Twice_Throws()
    {
        var report = new ToolReport { ToolId = 1, FormKey = Guid.NewGuid(), Text = "x", SentAt = DateTime.UnixEpoch };
        report.Handle(1, DateTime.UnixEpoch);

        Assert.Throws<InvalidOperationException>(() => report.Handle(1, DateTime.UnixEpoch));
    }
}
