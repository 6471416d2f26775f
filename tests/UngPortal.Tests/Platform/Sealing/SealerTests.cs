using System.Text;
using FsCheck;
using FsCheck.Fluent;
using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>A text comes back as it was, for whoever has its key.</summary>
public sealed class SealerTests : IDisposable
{
    private const string Kind = "question";
    private static readonly string First = TestKeys.New();
    private readonly Sealer _sealer = TestKeys.Sealer(First);
    private readonly string _id = Sealer.NewId();
    private readonly WrappedKey _key;
    private readonly RecordSeal _seal;

    public SealerTests() => (_key, _seal) = _sealer.New(Kind, _id);

    public static TheoryData<string> Texts => ["", "a", "Jeg vet ikke hva jeg skal gjøre. 🙂", "\0", new('å', 30), new('å', 31), new('x', 60), new('x', 61), new('\n', 20_000)];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Open_WhatWasSealed_IsTheSame(string text)
    {
        using var again = _sealer.Open(Kind, _id, _key);

        Assert.Equal(text, again.Open(_seal.Seal(text, "Questions", "7", "Text"), "Questions", "7", "Text"));
    }

    [Fact]
    public void Open_AnyTextAtAnyPlace_IsTheSame() => Prop.ForAll<NonNull<string>, NonNull<string>, NonNull<string>>((text, id, column) =>
    {
        var whole = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        return _seal.Open(_seal.Seal(text.Get, "T", id.Get, column.Get), "T", id.Get, column.Get) == whole;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Seal_NoText_StaysNoText()
    {
        Assert.Null(_seal.Seal(null, "Questions", "7", "Text"));
        Assert.Null(_seal.Open(null, "Questions", "7", "Text"));
    }

    [Theory]
    [InlineData(0, 93)]
    [InlineData(1, 93)]
    [InlineData(60, 93)]
    [InlineData(61, 157)]
    [InlineData(124, 157)]
    [InlineData(125, 221)]
    public void Seal_TextsOfSimilarLength_LookEquallyLong(int letters, int bytes) => Assert.Equal(bytes, _seal.Seal(new string('x', letters), "T", "1", "C").Length);

    [Fact]
    public void Open_WithoutTheMasterKey_NamesTheVersion()
    {
        var missing = Assert.Throws<SealingKeyMissingException>(() => _sealer.Open(Kind, _id, _key with { Version = 3 }));
        var foreign = Assert.Throws<SealingKeyMissingException>(() => TestKeys.Sealer(TestKeys.New()).Open(Kind, _id, _key));

        Assert.Equal((3, "Sealing key version 3 is not among this site's keys."), (missing.Version, missing.Message));
        Assert.Equal((1, "Sealing key version 1 is another key here than the one that the record was sealed with."), (foreign.Version, foreign.Message));
    }

    [Fact]
    public void V11_1_1_a_higher_version_seals_new_records_and_old_ones_open()
    {
        var newer = TestKeys.Sealer(First, TestKeys.New());
        var (key, seal) = newer.New(Kind, _id);
        seal.Dispose();
        using var old = newer.Open(Kind, _id, _key);

        Assert.Equal((1, 2), (_key.Version, key.Version));
        Assert.Equal("a", old.Open(_seal.Seal("a", "T", "1", "C"), "T", "1", "C"));
    }

    [Fact]
    public void Rewrap_UnderANewerKey_KeepsTheTexts()
    {
        var newer = TestKeys.Sealer(First, TestKeys.New());

        var fresh = newer.Rewrap(Kind, _id, _key);

        using var seal = newer.Open(Kind, _id, fresh);
        Assert.Equal((2, WrappedKey.Length), (fresh.Version, fresh.Bytes.Length));
        Assert.Equal("a", seal.Open(_seal.Seal("a", "T", "1", "C"), "T", "1", "C"));
        Assert.Throws<SealingKeyMissingException>(() => _sealer.Open(Kind, _id, fresh));
    }

    [Fact]
    public void V11_3_4_no_nonce_comes_twice_in_100_000_sealings()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.True(seen.Add(Convert.ToHexString(_seal.Seal("a", "T", "1", "C").AsSpan(1, 12))));
        }
    }

    [Fact]
    public void Seal_ByManyThreadsAtOnce_Opens() => Parallel.For(0, 2_000, i =>
    {
        var text = $"melding {i}";
        Assert.Equal(text, _seal.Open(_seal.Seal(text, "T", "1", "C"), "T", "1", "C"));
    });

    [Fact]
    public void Dispose_OfASeal_LeavesNoKey()
    {
        var bytes = _seal.Seal("a", "T", "1", "C");
        _seal.Dispose();

        Assert.Throws<ObjectDisposedException>(() => _seal.Seal("a", "T", "1", "C"));
        Assert.Throws<ObjectDisposedException>(() => _seal.Open(bytes, "T", "1", "C"));
    }

    [Fact]
    public void V11_5_1_ids_are_128_random_bits()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => Sealer.NewId()).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(1_000, ids.Count);
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{32}$", id));
    }

    public void Dispose() => _seal.Dispose();
}
