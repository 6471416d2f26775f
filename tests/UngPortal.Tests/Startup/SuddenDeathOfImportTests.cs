using System.Diagnostics;
using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The process is killed while the content comes in. Source of the rule: asvs.md row 12, one action is one transaction.</summary>
public sealed class SuddenDeathOfImportTests
{
    private const int Tries = 2_000;

    [Fact]
    public async Task Kill_WhileContentIsImported_LeavesNothingHalfStored()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var database = TestDatabase.Empty();
        await SiteProcess.RunAsync(database.Settings, "migrate");
        using (var process = Process.Start(SiteProcess.StartOf(database.Settings))!)
        {
            Assert.True(await HasBegunAsync(database));
            process.Kill();
            await process.WaitForExitAsync();
        }

        var some = await AssertWholeAsync(database);
        await using var site = await RunningSite.StartAsync(database);
        var all = await AssertWholeAsync(database);
        using var visitor = site.CreateVisitor();

        Assert.InRange(some, 1, all - 1);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(new Uri("/artikler/eksamen-uten-panikk", UriKind.Relative))).StatusCode);
    }

    /// <summary>The import writes a file at a time: the process shall die after the first few and long before the last.</summary>
    private static async Task<bool> HasBegunAsync(TestDatabase database)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if ((await database.ReadAsync("SELECT COUNT(*) FROM Publications")).Single() != "0")
            {
                return true;
            }

            await Task.Delay(5);
        }

        return false;
    }

    /// <summary>Each imported publication has its texts, its file's record and its outbox row, or none of them. Returns how many there are.</summary>
    private static async Task<int> AssertWholeAsync(TestDatabase database)
    {
        var publications = await database.ReadAsync("SELECT DISTINCT Slug FROM Publications");

        Assert.Equal(["ok"], await database.ReadAsync("PRAGMA integrity_check"));
        Assert.Empty(await database.ReadAsync("PRAGMA foreign_key_check"));
        Assert.Empty(await database.ReadAsync("SELECT Slug FROM Publications p WHERE NOT EXISTS (SELECT 1 FROM PublicationTexts t WHERE t.PublicationId = p.Id)"));
        Assert.Equal(publications.Order(StringComparer.Ordinal), (await database.ReadAsync("SELECT DISTINCT SUBSTR(Key, INSTR(Key, ':') + 1) FROM Outbox WHERE Kind = 'content-changed' AND Key LIKE '%:%'")).Order(StringComparer.Ordinal));
        Assert.Equal(
            (await database.ReadAsync("SELECT 'question:' || PublicId FROM PublishedAnswers")).Order(StringComparer.Ordinal), (await database.ReadAsync("SELECT DISTINCT Key FROM Outbox WHERE Kind = 'answer-changed'")).Order(StringComparer.Ordinal));
        Assert.Empty(await database.ReadAsync("SELECT Slug FROM PublishedAnswers a WHERE NOT EXISTS (SELECT 1 FROM AnswerPlaces p WHERE p.AnswerId = a.Id AND p.TopicId = 0)"));
        return publications.Count;
    }
}
