using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Features.Publications;
using UngPortal.Features.Publishing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Publishing;

/// <summary>The content report counts what is there, for just those who may see it; and what is due comes up on the right desk.</summary>
public sealed class ContentReportTests : IDisposable
{
    private const string Report = "/admin/innhold/rapport";

    private readonly PortalApp _app = new();

    [Fact]
    public async Task Report_ForAnEditor_HasOnlyTheOwnHouse()
    {
        await _app.HireAsync(StaffVisits.OtherHouse, StaffRole.Editor);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);

        var page = await editor.PageAsync(Report);

        Assert.Equal([$"Prøvehuset {StaffVisits.OwnHouse}"], page.Document.QuerySelectorAll("tbody th").Select(cell => cell.TextContent));
    }

    [Fact]
    public async Task Report_ForTheChiefEditor_CountsTheHousesTextsAsTheyAre()
    {
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        var (articles, nynorsk) = await _app.InDatabaseAsync(async db => (
            await db.Publications.CountAsync(one => one.Kind == PublicationKind.Article),
            await db.Publications.CountAsync(one => one.Kind != PublicationKind.Page && one.Texts.Any(text => text.Language == "nn"))));

        var row = await RowAsync(chief, "UngPortal");

        Assert.Equal(articles, row["Artikler"]);
        Assert.InRange(row["På nynorsk"], 1, nynorsk + 20);
        Assert.InRange(row["Midterste lix"], 10, 32);
    }

    [Fact]
    public async Task Report_CountsDraftsAndAnswers_OfTheHouse()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        await editor.BeginAsync();
        await GiveAwayAsync("slutte-med-snus-og-vape", await _app.HouseIdAsync(StaffVisits.OwnHouse));
        await _app.InDatabaseAsync(db =>
        {
            db.Feedback.AddRange(
                new[] { true, true, false }.Select(helped => new FeedbackEntry { FormKey = Guid.NewGuid(), Page = "/artikler/slutte-med-snus-og-vape", Helped = helped, SentAt = PortalApp.Start.UtcDateTime }));
            return db.SaveChangesAsync();
        });

        var row = await RowAsync(editor, $"Prøvehuset {StaffVisits.OwnHouse}");

        Assert.Equal((1, 1, 2, 1), (row["Artikler"], row["Åpne utkast"], row["Hjalp"], row["Hjalp ikke"]));
    }

    [Fact]
    public async Task Report_AsAFile_HasTheSameLinesAndIsWrittenDown()
    {
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        var page = await chief.PageAsync(Report);

        var file = await chief.SendAsync(Report, Report);

        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(page.Document.QuerySelectorAll("tr").Length, file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("content-report-exported", await _app.AuditOfAsync("content-report"));
    }

    [Fact]
    public async Task Home_ShowsWhatIsDue_ToTheOwnersEditors_AndTheChiefWhenItIsLate()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        using var other = await _app.SignInAsAsync(StaffRole.Editor, StaffVisits.OtherHouse);
        using var chief = await _app.SignInAsAsync(StaffRole.ChiefEditor);
        await GiveAwayAsync("slutte-med-snus-og-vape", await _app.HouseIdAsync(StaffVisits.OwnHouse), OsloTime.DayOf(PortalApp.Start.UtcDateTime).AddDays(29));

        var soon = await LinesAsync(editor);
        var others = await LinesAsync(other);
        var chiefs = await LinesAsync(chief);
        await GiveAwayAsync("slutte-med-snus-og-vape", await _app.HouseIdAsync(StaffVisits.OwnHouse), OsloTime.DayOf(PortalApp.Start.UtcDateTime).AddDays(-90));
        var late = await LinesAsync(chief);

        Assert.Contains(soon, line => line.StartsWith("Skal gjennomgås:", StringComparison.Ordinal) && line.Contains("nus", StringComparison.Ordinal));
        Assert.DoesNotContain(others, line => line.Contains("nus", StringComparison.Ordinal));
        Assert.DoesNotContain(chiefs, line => line.Contains("nus", StringComparison.Ordinal));
        Assert.Contains(late, line => line.StartsWith("Mer enn 90 dager over fristen:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_ShowsAWriter_WhatOthersDidWithTheText_AndNobodyElse()
    {
        using var author = await _app.SignInAsAsync(StaffRole.Editor);
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var id = await author.BeginAsync();
        await author.WriteAsync(id);
        await author.StepAsync(id, DraftStep.Submit);
        await editor.StepAsync(id, DraftStep.SendBack, ("Grunn", "Kan den bli kortere?"));

        var mine = await author.PageAsync("/admin");
        var theirs = await editor.PageAsync("/admin");

        Assert.Equal([$"Sendt tilbake til deg: {PublishingDesk.Title}"], mine.TextsOf("section[aria-labelledby=nytt] a"));
        Assert.Equal($"/admin/innhold/{id}", mine.Document.QuerySelector("section[aria-labelledby=nytt] a")!.GetAttribute("href"));
        Assert.Empty(theirs.TextsOf("section[aria-labelledby=nytt] a"));
    }

    public void Dispose() => _app.Dispose();

    private static async Task<IReadOnlyList<string>> LinesAsync(HttpClient client) =>
        [.. (await client.PageAsync("/admin")).Document.QuerySelectorAll("main .staff-list a").Select(link => link.TextContent.Trim())];

    private static async Task<Dictionary<string, int>> RowAsync(HttpClient client, string name)
    {
        var page = await client.PageAsync(Report);
        var columns = page.Document.QuerySelectorAll("thead th").Skip(1).Select(cell => cell.TextContent);
        var row = page.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == name);
        return columns.Zip(row.QuerySelectorAll("td").Select(cell => int.TryParse(cell.TextContent, out var value) ? value : 0)).ToDictionary(StringComparer.Ordinal);
    }

    private async Task GiveAwayAsync(string slug, int house, DateOnly? due = null)
    {
        await _app.InDatabaseAsync(async db =>
        {
            var live = await db.Publications.Include(one => one.Texts).Include(one => one.Topics).SingleAsync(one => one.Slug == slug && one.Kind == PublicationKind.Article);
            live.BelongTo(house);
            db.Entry(live).Property(one => one.Facts).CurrentValue = live.Facts with { ReviewDueAt = due ?? live.Facts.ReviewDueAt };
            db.AnnounceContent(live.Key);
            return await db.SaveChangesAsync();
        });
        await _app.DeliverOutboxAsync();
    }
}
