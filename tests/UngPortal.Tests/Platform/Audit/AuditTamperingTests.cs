using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Audit;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Audit;

/// <summary>Somebody with the database and without the key changes the trail by hand; each change is found.</summary>
public sealed class AuditTamperingTests : IDisposable
{
    private readonly PortalApp _app = new();

    public static TheoryData<string, AuditFaultKind, long> Changes => new()
    {
        { "UPDATE AuditEntries SET Detail = 'noe annet' WHERE Number = 3", AuditFaultKind.Edited, 3 },
        { "UPDATE AuditEntries SET ActorId = 7 WHERE Number = 1", AuditFaultKind.Edited, 1 },
        { "UPDATE AuditEntries SET ActorName = 'En annen' WHERE Number = 5", AuditFaultKind.Edited, 5 },
        { "UPDATE AuditEntries SET OrganisationId = 7 WHERE Number = 2", AuditFaultKind.Edited, 2 },
        { "UPDATE AuditEntries SET Action = 'b' WHERE Number = 2", AuditFaultKind.Edited, 2 },
        { "UPDATE AuditEntries SET Subject = 'b' WHERE Number = 2", AuditFaultKind.Edited, 2 },
        { "UPDATE AuditEntries SET At = '2026-11-01 00:00:00' WHERE Number = 2", AuditFaultKind.Edited, 2 },
        { "UPDATE AuditEntries SET Mac = upper(Mac) WHERE Number = 2", AuditFaultKind.Edited, 2 },
        { "UPDATE AuditEntries SET Seal = upper(Seal) WHERE Number = 2", AuditFaultKind.Inserted, 2 },
        { "DELETE FROM AuditEntries WHERE Number = 1", AuditFaultKind.Deleted, 1 },
        { "DELETE FROM AuditEntries WHERE Number = 3", AuditFaultKind.Deleted, 3 },
        { "DELETE FROM AuditEntries WHERE Number = 5", AuditFaultKind.Deleted, 5 },
        { "DELETE FROM AuditEntries WHERE Number >= 3", AuditFaultKind.Deleted, 3 },
        { "DELETE FROM AuditEntries", AuditFaultKind.Deleted, 1 },
        { "DELETE FROM AuditEntries WHERE Number = 3; UPDATE AuditEntries SET Number = 3 WHERE Number = 4; UPDATE AuditEntries SET Number = 4 WHERE Number = 5", AuditFaultKind.Inserted, 3 },
        { "UPDATE AuditEntries SET Number = 99 WHERE Number = 2; UPDATE AuditEntries SET Number = 2 WHERE Number = 3; UPDATE AuditEntries SET Number = 3 WHERE Number = 99", AuditFaultKind.Inserted, 2 },
        { Copy("6, Seal", "2"), AuditFaultKind.Inserted, 6 },
        { "UPDATE AuditEntries SET Number = Number + 100 WHERE Number >= 3; UPDATE AuditEntries SET Number = Number - 99 WHERE Number >= 100;" + Copy("3, Seal", "2") + "; UPDATE AuditHead SET Number = 6", AuditFaultKind.Inserted, 3 },
        { "UPDATE AuditHead SET Number = 4", AuditFaultKind.HeadMismatch, 4 },
        { "UPDATE AuditHead SET Number = 6", AuditFaultKind.Deleted, 6 },
        { "UPDATE AuditHead SET Seal = upper(Seal)", AuditFaultKind.HeadMismatch, 5 },
        { "DELETE FROM AuditHead", AuditFaultKind.HeadMismatch, 5 },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task V16_4_2_a_change_by_hand_is_found(string sql, AuditFaultKind kind, long number)
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        await FillAsync();
        Assert.Null((await _app.CheckAuditAsync()).Fault);

        await ByHandAsync(sql);

        Assert.Equal(new AuditReport.FirstFault(kind, number), (await _app.CheckAuditAsync()).Fault);
        Assert.Equal(kind == AuditFaultKind.HeadMismatch && sql.StartsWith("DELETE", StringComparison.Ordinal) ? null : kind, await _app.InDatabaseAsync(db => db.AuditHeads.Select(head => head.Fault).FirstOrDefaultAsync()));
    }

    [Fact]
    public async Task V16_4_2_an_entry_put_in_unsealed_gets_no_place_and_is_found()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        await FillAsync();
        await ByHandAsync("INSERT INTO AuditEntries (Id, At, ActorName, ActorSearchName, Action, Subject, Detail, Mac) SELECT 77, At, ActorName, ActorSearchName, Action, 'noe annet', Detail, Mac FROM AuditEntries WHERE Number = 2");
        await _app.RecordAsync("etter");
        _app.Clock.Advance(TimeSpan.FromMinutes(2));

        var report = await _app.CheckAuditAsync();

        Assert.Equal(new AuditReport.FirstFault(AuditFaultKind.Inserted, 77), report.Fault);
        Assert.Equal(6, report.Head!.Number);
    }

    [Fact]
    public async Task V16_4_2_a_cut_tail_with_the_head_rolled_back_is_found_by_an_earlier_mark()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        await FillAsync();
        var mark = (await _app.CheckAuditAsync()).Head!;
        await ByHandAsync("DELETE FROM AuditEntries WHERE Number > 3; UPDATE AuditHead SET Number = 3, Seal = (SELECT Seal FROM AuditEntries WHERE Number = 3)");

        Assert.Null((await _app.CheckAuditAsync()).Fault);
        Assert.Equal(new AuditReport.FirstFault(AuditFaultKind.HeadMismatch, 5), (await _app.CheckAuditAsync(mark)).Fault);

        // The site goes on writing: the place is taken again, by something else.
        await FillAsync();
        Assert.Null((await _app.CheckAuditAsync()).Fault);
        Assert.Equal(new AuditReport.FirstFault(AuditFaultKind.HeadMismatch, 5), (await _app.CheckAuditAsync(mark)).Fault);
    }

    [Fact]
    public async Task Check_OfASoundTrail_PassesThroughEarlierMarks()
    {
        await FillAsync();
        var mark = (await _app.CheckAuditAsync()).Head!;
        await FillAsync();

        var report = await _app.CheckAuditAsync(AuditMark.Parse(mark.ToString()));

        Assert.Equal((10L, (AuditReport.FirstFault?)null), (report.Head!.Number, report.Fault));
        Assert.Equal(_app.Clock.GetUtcNow().UtcDateTime, await _app.InDatabaseAsync(db => db.AuditHeads.Select(head => head.CheckedAt).SingleAsync()));
    }

    [Fact]
    public async Task Check_OfAnEmptyTrail_IsSound() => Assert.Equal(new AuditReport(null, null), await _app.CheckAuditAsync());

    public void Dispose() => _app.Dispose();

    private static string Copy(string place, string from) =>
        $"INSERT INTO AuditEntries (Id, At, ActorName, ActorSearchName, Action, Subject, Detail, Mac, Number, Seal) SELECT 77, At, ActorName, ActorSearchName, Action, Subject, Detail, Mac, {place} FROM AuditEntries WHERE Number = {from}";

    private async Task FillAsync()
    {
        foreach (var n in Enumerable.Range(1, 5))
        {
            await _app.RecordAsync("a", $"prove:{n}", "d");
        }

        await _app.SealAsync();
    }

    private async Task ByHandAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={_app.Database.SqliteFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
