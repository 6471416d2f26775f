using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>The rotation beside everything else that goes on.</summary>
public sealed class SealingRotationTests : IDisposable
{
    private const int Many = 1_200;
    private const int Readers = 4;
    private const int Rotations = 5;
    private static readonly string First = TestKeys.New();
    private static readonly string Second = TestKeys.New();
    private readonly SealingKeys _old = TestKeys.Ring(TestKeys.Settings(First));
    private readonly SealingKeys _new = TestKeys.Ring(TestKeys.Settings(First, Second));
    private readonly LetterBox _box = new();

    [Fact]
    public async Task V11_1_1_rotation_leaves_nothing_under_the_old_key()
    {
        var texts = Enumerable.Range(0, 250).Select(n => $"brev {n}").ToArray();
        await _box.WriteAsync(_old, texts);
        await _box.WriteAsync(_new, "nytt");

        var report = await _box.RotateAsync(_new);
        var again = await _box.RotateAsync(_new);
        var withoutFirst = TestKeys.Ring(TestKeys.SettingsWith(TestKeys.New(), (2, Second)));

        Assert.Equal((250, 0), (report.Rewrapped, report.Unreadable));
        Assert.Equal([new SealingReport.Use(Letter.Kind, 2, 251)], report.InUse);
        Assert.Equal(0, again.Rewrapped);
        Assert.Equal([.. texts, "nytt"], await _box.ReadAsync(withoutFirst));
        Assert.Null(await _box.FaultAsync(withoutFirst));
    }

    [Fact]
    public async Task Rotate_WhileReadersReadAndRowsAreDeleted_LosesAndRevivesNothing()
    {
        string[] keys = [First, .. Enumerable.Range(0, Rotations).Select(_ => TestKeys.New())];
        var rings = Enumerable.Range(1, keys.Length).Select(count => TestKeys.Ring(TestKeys.Settings(keys[..count]))).ToList();
        var letters = await _box.WriteAsync(rings[0], [.. Enumerable.Range(0, Many).Select(n => $"brev {n}")]);
        using var ended = new CancellationTokenSource();
        using var begun = new CountdownEvent(Readers);
        var readers = Enumerable.Range(0, Readers).Select(_ => Task.Run(() => ReadUntilAsync(new Sealer(rings[^1]), begun, ended.Token))).ToList();
        await Task.Run(begun.Wait);
        var deleting = Task.Run(async () =>
        {
            foreach (var letter in letters.Where((_, n) => n % 10 == 0))
            {
                await _box.InAsync(db => db.Set<Letter>().Where(one => one.SealId == letter.SealId).ExecuteDeleteAsync());
            }
        });

        var reports = new List<SealingReport>();
        foreach (var ring in rings.Skip(1))
        {
            reports.Add(await _box.RotateAsync(ring));
        }

        await deleting;
        await ended.CancelAsync();
        var reads = await Task.WhenAll(readers);

        Assert.All(reads, count => Assert.True(count > 100));
        Assert.All(reports, report => Assert.Equal(0, report.Unreadable));
        Assert.Equal(Enumerable.Range(0, Many).Where(n => n % 10 != 0).Select(n => $"brev {n}"), await _box.ReadAsync(rings[^1]));
        Assert.Equal([new SealingReport.Use(Letter.Kind, Rotations + 1, Many / 10 * 9)], (await _box.RotateAsync(rings[^1])).InUse);
    }

    [Fact]
    public async Task Rotate_ByTwoNodesAtOnce_RewrapsEachKeyOnce()
    {
        var texts = Enumerable.Range(0, Many).Select(n => $"brev {n}").ToArray();
        await _box.WriteAsync(_old, texts);

        var reports = await Task.WhenAll(Task.Run(() => _box.RotateAsync(_new)), Task.Run(() => _box.RotateAsync(TestKeys.Ring(TestKeys.Settings(First, Second)))));

        Assert.Equal(Many, reports.Sum(report => report.Rewrapped));
        Assert.Equal(texts, await _box.ReadAsync(_new));
    }

    [Fact]
    public async Task Rotate_OnANodeWithoutTheNewKeyYet_LeavesNewRecordsAlone()
    {
        await _box.WriteAsync(_new, "nytt");
        var pinned = TestKeys.Ring(new(TestKeys.Settings(First, Second)) { ["Sealing:Current"] = "1" });

        Assert.Equal(0, (await _box.RotateAsync(pinned)).Rewrapped);
        Assert.Equal(0, (await _box.RotateAsync(_old)).Rewrapped);
        Assert.Equal(["nytt"], await _box.ReadAsync(pinned));
    }

    [Fact]
    public async Task Rotate_PastKeysThatDoNotOpen_RewrapsTheRestAndCountsThem()
    {
        var letters = await _box.WriteAsync(_old, [.. Enumerable.Range(0, 350).Select(n => $"brev {n}")]);
        var broken = letters.Take(150).Select(letter => letter.SealId).ToList();
        await _box.InAsync(db => db.Set<Letter>().Where(letter => broken.Contains(letter.SealId)).ExecuteUpdateAsync(row => row.SetProperty(letter => letter.Key.Bytes, new byte[WrappedKey.Length])));

        var report = await _box.RotateAsync(_new);

        Assert.Equal((200, 150), (report.Rewrapped, report.Unreadable));
        Assert.Equal([new SealingReport.Use(Letter.Kind, 1, 150), new(Letter.Kind, 2, 200)], report.InUse);
    }

    [Fact]
    public async Task Rotate_WithTheWrongKey_EndsAndChangesNothing()
    {
        await _box.WriteAsync(_old, [.. Enumerable.Range(0, Many).Select(n => $"brev {n}")]);

        var report = await _box.RotateAsync(TestKeys.Ring(TestKeys.Settings(TestKeys.New(), TestKeys.New())));

        Assert.Equal(0, report.Rewrapped);
        Assert.InRange(report.Unreadable, 1_000, Many);
        Assert.Equal(Many, (await _box.ReadAsync(_old)).Count);
    }

    public void Dispose() => _box.Dispose();

    /// <summary>Reads and opens some letters again and again; any that doesn't open fails the test. Returns how many were opened.</summary>
    private async Task<int> ReadUntilAsync(Sealer sealer, CountdownEvent begun, CancellationToken ended)
    {
        var opened = 0;
        while (!ended.IsCancellationRequested)
        {
            await using var db = _box.Open();
            foreach (var letter in await db.Set<Letter>().AsNoTracking().OrderBy(letter => letter.SealId).Skip(opened % (Many / 2)).Take(100).ToListAsync(CancellationToken.None))
            {
                Assert.StartsWith("brev ", letter.Read(sealer), StringComparison.Ordinal);
                if (opened++ == 0)
                {
                    begun.Signal();
                }
            }
        }

        return opened;
    }
}
