using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Sealing;
using UngPortal.Tests.Data;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>The wrapped key in a table: found by version, swapped only where it still stands.</summary>
public sealed class SealedRecordsTests : IDisposable
{
    private static readonly string First = TestKeys.New();
    private readonly SealingKeys _old = TestKeys.Ring(TestKeys.Settings(First));
    private readonly SealingKeys _new = TestKeys.Ring(TestKeys.Settings(First, TestKeys.New()));
    private readonly LetterBox _box = new();

    [Fact]
    public async Task VersionsInUse_OfAMixture_AreCounted()
    {
        await _box.WriteAsync(_old, "a", "b");
        await _box.WriteAsync(_new, "c");

        Assert.Equal(new Dictionary<int, int> { [1] = 2, [2] = 1 }, await InAsync(records => records.VersionsInUseAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task KeysUnder_AVersion_AreThoseThatStandUnderIt()
    {
        var letters = await _box.WriteAsync(_old, "a", "b", "c");
        await _box.WriteAsync(_new, "d");

        var all = await InAsync(records => records.KeysUnderAsync(1, 10, CancellationToken.None));
        var some = await InAsync(records => records.KeysUnderAsync(1, 2, CancellationToken.None));

        Assert.Equal(letters.Select(letter => new SealedKey(letter.SealId, letter.Key)), all);
        Assert.Equal(2, some.Count);
    }

    [Fact]
    public async Task Swap_WhereTheOldKeyStands_PutsTheFreshOne()
    {
        var letter = (await _box.WriteAsync(_old, "a"))[0];

        Assert.Equal(1, await SwapAsync(letter));

        Assert.Equal(["a"], await _box.ReadAsync(_new));
        Assert.Equal([2], (await InAsync(records => records.VersionsInUseAsync(CancellationToken.None))).Keys);
    }

    [Fact]
    public async Task Swap_OfARecordThatWasDeletedOrSwappedMeanwhile_ChangesNothing()
    {
        var letters = await _box.WriteAsync(_old, "a", "b");
        await _box.InAsync(db => db.Set<Letter>().Where(letter => letter.SealId == letters[0].SealId).ExecuteDeleteAsync());
        await SwapAsync(letters[1]);
        var before = await _box.InAsync(db => db.Set<Letter>().AsNoTracking().SingleAsync());

        Assert.Equal(0, await SwapAsync([.. letters]));

        Assert.Equal(before.Key, (await _box.InAsync(db => db.Set<Letter>().AsNoTracking().SingleAsync())).Key);
    }

    [Fact]
    public async Task Save_OfALetterThatWasReadBeforeTheSwap_KeepsTheFreshKey()
    {
        var letter = (await _box.WriteAsync(_old, "a"))[0];
        await using var reader = _box.Open();
        var read = await reader.Set<Letter>().SingleAsync();
        await SwapAsync(letter);
        reader.Entry(read).Property(one => one.Text).CurrentValue = Rewritten(read, "b");

        await reader.SaveChangesAsync();

        Assert.Equal(["b"], await _box.ReadAsync(_new));
        Assert.Equal([2], (await InAsync(records => records.VersionsInUseAsync(CancellationToken.None))).Keys);
    }

    [Fact]
    public async Task Queries_ForSqlServer_Parse()
    {
        await using var db = new LetterContext(new DbContextOptionsBuilder<LetterContext>().UseSqlServer("Server=design;Encrypt=True").Options);
        var letters = db.Set<Letter>();
        string[] commands =
        [
            db.Database.GenerateCreateScript(),
            letters.GroupBy(letter => letter.Key.Version).Select(group => new { group.Key, Count = group.Count() }).ToQueryString(),
            letters.Where(letter => letter.Key.Version == 1).OrderBy(letter => letter.Key.Version).Take(10).Select(letter => letter.Key.Bytes).ToQueryString(),
        ];

        Assert.All(commands, command => Assert.Empty(TransactSql.Errors(command)));
        Assert.Contains("CREATE UNIQUE INDEX [IX_Letters_SealId]", commands[0], StringComparison.Ordinal);
        Assert.Contains("[WrappedKey] varbinary(69) NOT NULL", commands[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeysUnder_AVersionOfMany_AreFoundByIndex()
    {
        await using var db = _box.Open();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + db.Set<Letter>().Where(letter => letter.Key.Version == 1).OrderBy(letter => letter.Key.Version).Take(10).Select(letter => letter.Key.Bytes).ToQueryString().Split("\n\n")[^1].Replace("@p", "10", StringComparison.Ordinal);
        await using var plan = await command.ExecuteReaderAsync();

        Assert.True(await plan.ReadAsync());
        Assert.Equal("SEARCH l USING INDEX IX_Letters_KeyVersion (KeyVersion=?)", plan.GetString(3));
        Assert.False(await plan.ReadAsync());
    }

    public void Dispose() => _box.Dispose();

    private byte[] Rewritten(Letter letter, string text)
    {
        using var seal = new Sealer(_old).Open(Letter.Kind, letter.SealId, letter.Key);
        return seal.Seal(text, "Letters", letter.SealId, nameof(Letter.Text));
    }

    private Task<int> SwapAsync(params Letter[] letters) => InAsync(records => records.SwapAsync(
        [.. letters.Select(letter => new KeySwap(letter.SealId, letter.Key, new Sealer(_new).Rewrap(Letter.Kind, letter.SealId, letter.Key)))], CancellationToken.None));

    private Task<T> InAsync<T>(Func<SealedLetters, Task<T>> work) => _box.InAsync(db => work(new SealedLetters(db)));
}
