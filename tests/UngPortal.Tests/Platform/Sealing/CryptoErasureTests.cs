using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>Deleting a record destroys its key, and its texts with it.</summary>
public sealed class CryptoErasureTests : IDisposable
{
    private readonly SealingKeys _keys = TestKeys.Ring(TestKeys.Settings(TestKeys.New()));
    private readonly LetterBox _box = new();

    [Fact]
    public async Task V14_2_7_a_deleted_key_is_in_no_file_and_its_text_opens_no_more()
    {
        var letters = await _box.WriteAsync(_keys, [.. Enumerable.Range(0, 50).Select(n => $"brev {n}")]);
        var gone = letters[17];
        await CheckpointAsync();
        Assert.True(_box.OnDisk.AsSpan().IndexOf(gone.Key.Bytes) > 0);

        await _box.InAsync(db => db.Set<Letter>().Where(letter => letter.SealId == gone.SealId).ExecuteDeleteAsync());
        await CheckpointAsync();

        Assert.Equal(-1, _box.OnDisk.AsSpan().IndexOf(gone.Key.Bytes));
        Assert.Equal(-1, _box.OnDisk.AsSpan().IndexOf(gone.Text));
        Assert.True(_box.OnDisk.AsSpan().IndexOf(letters[18].Key.Bytes) > 0);
        Assert.DoesNotContain("brev 17", await _box.ReadAsync(_keys));

        // Whoever kept a copy of the text has nothing to open it with: a new key is another, and so is any other record's.
        var (_, fresh) = new Sealer(_keys).New(Letter.Kind, gone.SealId);
        using (fresh)
        {
            Assert.Throws<SealBrokenException>(() => fresh.Open(gone.Text, "Letters", gone.SealId, nameof(Letter.Text)));
        }

        Assert.Throws<SealBrokenException>(() => new Sealer(_keys).Open(Letter.Kind, gone.SealId, letters[18].Key));
    }

    [Fact]
    public async Task V11_1_1_a_rewrapped_key_leaves_nothing_of_the_old_wrapping()
    {
        var first = TestKeys.New();
        var letters = await _box.WriteAsync(TestKeys.Ring(TestKeys.Settings(first)), "a", "b", "c");
        await CheckpointAsync();

        await _box.RotateAsync(TestKeys.Ring(TestKeys.Settings(first, TestKeys.New())));
        await CheckpointAsync();

        Assert.All(letters, letter => Assert.Equal(-1, _box.OnDisk.AsSpan().IndexOf(letter.Key.Bytes)));
    }

    [Fact]
    public async Task V11_3_2_no_text_stands_in_the_file()
    {
        const string Canary = "KANARI-hemmelig-tekst-æøå";

        await _box.WriteAsync(_keys, Canary, Canary);

        Assert.Equal(-1, _box.OnDisk.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Canary)));
        Assert.Equal([Canary, Canary], await _box.ReadAsync(_keys));
    }

    public void Dispose() => _box.Dispose();

    private async Task CheckpointAsync()
    {
        await using var db = _box.Open();
        await new UngPortal.Platform.Data.WalTruncation(db).RunAsync(CancellationToken.None);
    }
}
