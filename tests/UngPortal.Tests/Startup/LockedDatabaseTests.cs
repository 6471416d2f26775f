using System.Diagnostics;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Feedback;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The database is there and does not let anyone write.</summary>
public sealed class LockedDatabaseTests
{
    private const int Senders = 40;

    // Twice and four times the patience leave room for a busy machine; one command that waits for its own time alone takes longer.
    private static readonly TimeSpan ReadingBar = 2 * VisitorWrites.Patience;
    private static readonly TimeSpan WritingBar = 4 * VisitorWrites.Patience;

    [Fact]
    public async Task Site_WithALockedDatabase_ReadsOnAndKeepsTheText()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var app = new PortalApp();
        using var visitor = app.CreateVisitor();
        var fields = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)))).Form("/tilbakemelding");
        fields["Tekst"] = "Dette vil jeg si.";
        await app.GetPageAsync("/artikler/eksamen-uten-panikk");
        await using var other = new SqliteConnection($"Data Source={app.Database.SqliteFile};Pooling=False");
        await other.OpenAsync();
        await ExecuteAsync(other, "BEGIN EXCLUSIVE");

        var began = Stopwatch.GetTimestamp();
        var waiting = Enumerable.Range(1, Senders).Select(_ => visitor.SendFormAsync(new(fields) { ["Nokkel"] = Guid.NewGuid().ToString() })).ToList();
        var fromCache = await app.GetPageAsync("/artikler/eksamen-uten-panikk");
        var fresh = await app.GetPageAsync("/artikler/stipend-og-lan");
        var help = await app.GetPageAsync("/hjelp-na");
        var read = Stopwatch.GetElapsedTime(began);
        var refused = await Task.WhenAll(waiting);
        var waited = Stopwatch.GetElapsedTime(began);
        await ExecuteAsync(other, "ROLLBACK");
        var sent = await visitor.SendFormAsync(fields);

        Assert.All([fromCache, fresh, help], page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.True(read < ReadingBar, $"Reading took {read}: it waited for those who write.");
        Assert.InRange(waited, TimeSpan.Zero, WritingBar);
        Assert.All(refused, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
        Assert.All(refused, answer => Assert.Equal("Dette vil jeg si.", answer.TextOf("textarea")));
        Assert.All(refused, answer => Assert.Contains("Teksten står her fortsatt", answer.TextOf(".error-summary"), StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        Assert.Equal(1, await app.InDatabaseAsync(db => db.Feedback.CountAsync()));
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
