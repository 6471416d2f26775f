using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Audit;

/// <summary>Entries get their place in the chain once, whoever seals them.</summary>
public sealed class AuditSealingTests : IDisposable
{
    private readonly TestDatabase _database = TestDatabase.FromTemplate();
    private readonly SharedApp _app;

    public AuditSealingTests() => _app = new SharedApp(_database);

    [Fact]
    public async Task Seal_NewEntries_NumbersThemFromOneWithoutGap()
    {
        await _app.RecordAsync("a");
        await _app.RecordAsync("b");

        Assert.Equal(2, await _app.SealAsync());
        await _app.RecordAsync("c");
        Assert.Equal(1, await _app.SealAsync());
        Assert.Equal(0, await _app.SealAsync());

        Assert.Equal([(1, "a"), (2, "b"), (3, "c")], await ChainAsync());
        Assert.Null((await _app.CheckAuditAsync()).Fault);
    }

    [Fact]
    public async Task Seal_ARowCommittedAfterALaterOne_GivesItTheNextPlace()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return; // There nobody can give a row another number.
        }

        await _app.RecordAsync("første");
        await _app.RecordAsync("andre");
        await _app.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Id = 1000 WHERE Action = 'første'"));
        await _app.SealAsync();
        await _app.RecordAsync("sen");
        await _app.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Id = 500 WHERE Action = 'sen'"));

        await _app.SealAsync();

        Assert.Equal([(1, "andre"), (2, "første"), (3, "sen")], await ChainAsync());
        Assert.Null((await _app.CheckAuditAsync()).Fault);
    }

    [Fact]
    public async Task Seal_ByTwoNodesAtOnce_MakesOneChain()
    {
        await using var other = new SharedApp(_database, isSecond: true);
        await _app.RecordAsync("første");
        await _app.SealAsync();
        for (var i = 0; i < 5; i++)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? _app : other).RecordAsync($"n{n}")));
            await Task.WhenAll(Task.Run(() => _app.SealAsync()), Task.Run(() => other.SealAsync()));
        }

        await _app.SealAsync();

        Assert.Equal(Enumerable.Range(1, 101).Select(n => (long)n), (await ChainAsync()).Select(entry => entry.Number));
        Assert.Null((await _app.CheckAuditAsync()).Fault);
    }

    [Fact]
    public async Task Seal_MoreThanABatch_SealsAll()
    {
        await _app.InDatabaseAsync(db =>
        {
            var trail = new AuditTrail(db, Key());
            for (var i = 0; i < 1_100; i++)
            {
                trail.Record(null, "mange", $"prove:{i}");
            }

            return db.SaveChangesAsync();
        });

        Assert.Equal(1_100, await _app.SealAsync());
        Assert.Equal(1_100, (await _app.CheckAuditAsync()).Head!.Number);
    }

    [Fact]
    public async Task Sealer_LeftToItself_SealsWithinASecond()
    {
        await _app.RecordAsync("a");

        for (var i = 0; i < 100 && await _app.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry => entry.Number == null)); i++)
        {
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(100);
        }

        Assert.Equal([(1, "a")], await ChainAsync());
    }

    [Fact]
    public async Task V16_4_2_entries_cannot_be_changed_or_deleted_through_the_context()
    {
        await _app.RecordAsync("a");
        await _app.SealAsync();

        await RefusedAsync((db, entry) => db.Remove(entry));
        await RefusedAsync((db, entry) => db.Entry(entry).Property(one => one.Detail).CurrentValue = "noe annet");
        await RefusedAsync((db, entry) => db.Entry(entry).Property(one => one.ActorId).CurrentValue = 7);
        await RefusedAsync((db, entry) => db.Entry(entry).Property(one => one.Number).CurrentValue = 2);
        await RefusedAsync((db, entry) => db.Entry(entry).Property(one => one.Seal).CurrentValue = null);
        await RefusedAsync((db, entry) => db.Update(entry));

        Assert.Equal([(1, "a")], await ChainAsync());
        Assert.Null((await _app.CheckAuditAsync()).Fault);
    }

    public void Dispose()
    {
        _app.Dispose();
        _database.Dispose();
    }

    private AuditKey Key() => _app.Services.GetRequiredService<AuditKey>();

    private Task<InvalidOperationException> RefusedAsync(Action<PortalDbContext, AuditEntry> change) => _app.InDatabaseAsync(async db =>
    {
        change(db, await db.AuditEntries.SingleAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        return Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    });

    private Task<List<(long Number, string Action)>> ChainAsync() => _app.InDatabaseAsync(async db =>
        (await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync()).ConvertAll(entry => (entry.Number!.Value, entry.Action)));
}
