using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Publications;
using UngPortal.Features.Questions;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Outbox;
using UngPortal.Testing;
using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>A database that fails while somebody asks: nothing is lost and nothing is there twice.</summary>
public sealed class AskFaultTests
{
    private const string Text = "Hva gjør jeg når alt er nede?";
    private const int MostWrites = 20;

    [Fact]
    public async Task Post_WithALockedDatabase_KeepsTheTextAndTheSameFormIsTakenOnce()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var app = new PortalApp();
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, Text, topic: QuestionVisits.Topic);
        await using var other = new SqliteConnection($"Data Source={app.Database.SqliteFile};Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var refused = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        await ExecuteAsync(other, "ROLLBACK");

        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, refused.Form(QuestionVisits.AskPath));
        var again = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);

        AssertNotSaved(refused);
        Assert.All([sent, again], page => Assert.Equal((HttpStatusCode.Found, QuestionVisits.ReceiptPath), (page.Status, page.Response.Headers.Location?.OriginalString)));
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Questions.CountAsync()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Post_WithoutTheDatabase_KeepsTheTextAndTheTopic(bool knowsTopics)
    {
        using var app = new FlickeringSite();
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, Text, topic: QuestionVisits.Topic);
        app.Switch.IsAway = true;
        if (!knowsTopics)
        {
            app.Services.GetRequiredService<CatalogueCopy>().Forget();
        }

        var refused = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        var red = await visitor.PostFormAsync(QuestionVisits.AskPath, new Dictionary<string, string>(fields) { ["Tekst"] = "jeg vil dø, hva gjør jeg" });
        app.Switch.IsAway = false;
        var sent = await visitor.PostFormAsync(QuestionVisits.AskPath, refused.Form(QuestionVisits.AskPath));

        AssertNotSaved(refused);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, red.Status);
        Assert.NotNull(red.Document.QuerySelector(".crisis"));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Equal(QuestionVisits.Topic, await app.InDatabaseAsync(db => db.QuestionThreads.Select(thread => thread.Topic).SingleAsync()));
    }

    [Fact]
    public async Task V2_3_3_Post_WhenTheNthWriteFails_StoresNothingByHalf()
    {
        using var app = new FaultySite();
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, Text);
        var before = await RowsAsync(app);
        var failures = 0;
        HtmlPage page;
        do
        {
            app.Writes.FailsAt = failures + 1;
            page = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
            app.Writes.FailsAt = 0;
            if (page.Status != HttpStatusCode.Found)
            {
                AssertNotSaved(page);
                Assert.Equal(before, await RowsAsync(app));
                failures++;
            }
        }
        while (page.Status != HttpStatusCode.Found && failures < MostWrites);

        // Thread, question, audit and outbox are four writes at least.
        Assert.InRange(failures, 4, MostWrites - 1);
        Assert.Equal((before.Threads + 1, before.Questions + 1, before.Audit + 1, before.Outbox + 1), await RowsAsync(app));
    }

    [Fact]
    public async Task V2_3_3_Post_WhenTheAnswerToTheCommitIsLost_IsOneQuestionAllTheSame()
    {
        using var app = new FaultySite();
        using var visitor = app.CreateVisitor();
        var fields = await app.BeginAskAsync(visitor, Text);
        app.Commits.LoseNext();

        var lost = await visitor.PostFormAsync(QuestionVisits.AskPath, fields);
        var sent = lost.Status == HttpStatusCode.Found ? lost : await visitor.PostFormAsync(QuestionVisits.AskPath, lost.Form(QuestionVisits.AskPath));
        var code = (await visitor.VisitAsync(QuestionVisits.ReceiptPath)).CodeShown;

        Assert.Contains(lost.Status, new[] { HttpStatusCode.Found, HttpStatusCode.ServiceUnavailable });
        Assert.Equal(QuestionVisits.ReceiptPath, sent.Response.Headers.Location?.OriginalString);
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Questions.CountAsync()));
        Assert.Equal(Text, (await app.ReadAsync(code)).TextOf(".asked .as-written"));
    }

    private static void AssertNotSaved(HtmlPage page)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal(Text, ((IHtmlTextAreaElement)page.Document.QuerySelector("#Tekst")!).Value);
        Assert.Contains("Teksten din står her fortsatt", page.TextOf(".error-summary"), StringComparison.Ordinal);
        Assert.Equal("16", page.Form(QuestionVisits.AskPath)["Alder"]);
    }

    private static async Task<(int Threads, int Questions, int Audit, int Outbox)> RowsAsync(PortalApp app) => await app.InDatabaseAsync(async db => (
        await db.QuestionThreads.CountAsync(), await db.Questions.CountAsync(),
        await db.AuditEntries.CountAsync(), await db.Outbox.CountAsync()));

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
