using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Audit;

/// <summary>After five years the oldest part of the trail goes, and the rest still proves itself.</summary>
public sealed class AuditRetentionTests : IDisposable
{
    private const int TwoYears = 2 * 365;
    private const int FiveYears = (5 * 365) + 1;

    private readonly TestDatabase _database = TestDatabase.FromTemplate();

    [Fact]
    public async Task V14_2_7_entries_older_than_five_years_go_and_the_rest_is_sound()
    {
        var old = await WriteAsync(0, "a", "b", "c");
        await WriteAsync(TwoYears, "d", "e");
        using var app = At(FiveYears + 1);
        await app.RecordAsync("f");

        await app.RunAsync<AuditRetention>();
        var report = await app.CheckAuditAsync();

        Assert.Equal(["d", "e", "f", "audit-cut"], await ActionsAsync(app));
        Assert.Equal((null, old, 7L), (report.Fault, report.Cut, report.Head!.Number));
        Assert.Equal([$"3:{old.Seal}"], await app.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.Action == "audit-cut").Select(entry => entry.Detail).ToListAsync()));
        Assert.Null((await app.CheckAuditAsync(report.Head)).Fault);
        Assert.Null((await app.CheckAuditAsync(old)).Fault);
        Assert.Equal(AuditFaultKind.HeadMismatch, (await app.CheckAuditAsync(old with { Seal = "noe annet" })).Fault!.Kind);
    }

    [Fact]
    public async Task V14_2_7_retention_run_again_deletes_nothing()
    {
        await WriteAsync(0, "a", "b");
        using var app = At(FiveYears + 1);
        await app.RunAsync<AuditRetention>();
        await app.SealAsync();

        await app.RunAsync<AuditRetention>();

        Assert.Equal(["audit-cut"], await ActionsAsync(app));
        Assert.Equal(2, (await app.CheckAuditAsync()).Cut!.Number);
    }

    [Fact]
    public async Task V14_2_7_younger_entries_stay()
    {
        await WriteAsync(0, "a", "b");
        using var app = At(FiveYears - 2);

        await app.RunAsync<AuditRetention>();

        Assert.Equal(["a", "b"], await ActionsAsync(app));
    }

    [Fact]
    public async Task V14_2_7_an_unsound_trail_is_left_alone()
    {
        await WriteAsync(0, "a", "b", "c");
        using var app = At(FiveYears + 1);
        await app.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Detail = 'x' WHERE Action = 'b'"));

        await app.RunAsync<AuditRetention>();

        Assert.Equal(["a", "b", "c"], await ActionsAsync(app));
    }

    [Theory]
    [InlineData("DELETE FROM AuditEntries WHERE Number = 4; UPDATE AuditHead SET CutNumber = 4", AuditFaultKind.ForgedCut, 4)]
    [InlineData("DELETE FROM AuditEntries WHERE Number = 4; UPDATE AuditHead SET CutNumber = 4, CutSeal = upper(CutSeal)", AuditFaultKind.ForgedCut, 4)]
    [InlineData("UPDATE AuditHead SET CutMac = upper(CutMac)", AuditFaultKind.ForgedCut, 3)]
    [InlineData("UPDATE AuditHead SET CutNumber = 0, CutSeal = '', CutMac = ''", AuditFaultKind.Deleted, 1)]
    [InlineData("DELETE FROM AuditEntries WHERE Number = 4", AuditFaultKind.Deleted, 4)]
    [InlineData("UPDATE AuditEntries SET Number = 2 WHERE Number = 5", AuditFaultKind.Deleted, 5)]
    [InlineData("UPDATE AuditEntries SET ActorSearchName = 'en annen' WHERE Number = 5", AuditFaultKind.Edited, 5)]
    public async Task V16_4_2_a_change_by_hand_after_a_cut_is_found(string sql, AuditFaultKind kind, long number)
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var app = await CutAsync();

        await ByHandAsync(sql);

        Assert.Equal(new AuditReport.FirstFault(kind, number), (await app.CheckAuditAsync()).Fault);
    }

    [Fact]
    public async Task V16_4_2_an_entry_put_back_before_the_cut_is_found()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var app = await CutAsync();

        await ByHandAsync("INSERT INTO AuditEntries (Id, At, ActorName, ActorSearchName, Action, Subject, Detail, Mac, Number, Seal) SELECT 77, At, ActorName, ActorSearchName, Action, Subject, Detail, Mac, 2, Seal FROM AuditEntries WHERE Number = 4");

        Assert.Equal(new AuditReport.FirstFault(AuditFaultKind.Inserted, 2), (await app.CheckAuditAsync()).Fault);
    }

    public void Dispose() => _database.Dispose();

    private static Task<List<string>> ActionsAsync(PortalApp app) => app.InDatabaseAsync(db => db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());

    private async Task ByHandAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_database.SqliteFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Entries 4 and 5, and the cut's own, after a cut at 3.</summary>
    private async Task<SharedApp> CutAsync()
    {
        await WriteAsync(0, "a", "b", "c");
        await WriteAsync(TwoYears, "d", "e");
        var app = At(FiveYears + 1);
        await app.RunAsync<AuditRetention>();
        Assert.Null((await app.CheckAuditAsync()).Fault);
        return app;
    }

    /// <summary>Writes and seals entries on a day of their own. Returns the head.</summary>
    private async Task<AuditMark> WriteAsync(int days, params string[] actions)
    {
        using var app = At(days);
        foreach (var action in actions)
        {
            await app.RecordAsync(action);
        }

        return (await app.CheckAuditAsync()).Head!;
    }

    /// <summary>The site some days later. Its clock is set before it starts: one that runs through years would ring for each second.</summary>
    private SharedApp At(int days)
    {
        var app = new SharedApp(_database);
        app.Clock.SetUtcNow(PortalApp.Start.AddDays(days));
        return app;
    }
}
