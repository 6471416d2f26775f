using UngPortal.Platform.Sealing;

namespace UngPortal.Tests.Platform.Sealing;

/// <summary>What was changed by a bit, or stands where it wasn't sealed for, doesn't open.</summary>
public sealed class SealTamperingTests : IDisposable
{
    private const string Kind = "question";
    private readonly Sealer _sealer = TestKeys.Sealer(TestKeys.New());
    private readonly string _id = Sealer.NewId();
    private readonly WrappedKey _key;
    private readonly RecordSeal _seal;

    public SealTamperingTests() => (_key, _seal) = _sealer.New(Kind, _id);

    [Fact]
    public void V11_3_3_each_byte_of_a_sealed_text_is_authenticated()
    {
        var bytes = _seal.Seal("Jeg vil snakke med noen.", "T", "1", "C");

        AssertEachChangeIsFound(bytes, changed => _seal.Open(changed, "T", "1", "C"));
    }

    [Fact]
    public void V11_3_3_each_byte_of_a_wrapped_key_is_authenticated()
    {
        foreach (var at in Enumerable.Range(0, _key.Bytes.Length))
        {
            var changed = (byte[])_key.Bytes.Clone();
            changed[at] ^= 1;

            var problem = Assert.ThrowsAny<Exception>(() => _sealer.Open(Kind, _id, _key with { Bytes = changed }));

            // The bytes after the format name the key: another name is another key.
            Assert.IsType(at is >= 1 and <= 8 ? typeof(SealingKeyMissingException) : typeof(SealBrokenException), problem);
        }

        AssertEachCutIsFound(_key.Bytes, cut => _sealer.Open(Kind, _id, _key with { Bytes = cut }));
    }

    [Theory]
    [InlineData("Answers", "1", "C")]
    [InlineData("T", "2", "C")]
    [InlineData("T", "1", "D")]
    [InlineData("T1", "", "C")]
    [InlineData("T", "1C", "")]
    [InlineData("", "T1", "C")]
    public void V11_3_3_a_text_moved_to_another_place_does_not_open(string table, string id, string column)
    {
        var bytes = _seal.Seal("Jeg vil snakke med noen.", "T", "1", "C");

        Assert.Throws<SealBrokenException>(() => _seal.Open(bytes, table, id, column));
    }

    [Fact]
    public void V11_3_3_a_key_moved_to_another_record_does_not_open()
    {
        Assert.Throws<SealBrokenException>(() => _sealer.Open(Kind, Sealer.NewId(), _key));
        Assert.Throws<SealBrokenException>(() => _sealer.Open("chat", _id, _key));
        Assert.Throws<SealBrokenException>(() => _sealer.Open(Kind + _id[..1], _id[1..], _key));
    }

    [Fact]
    public void V11_3_3_a_text_of_another_record_does_not_open()
    {
        var (_, other) = _sealer.New(Kind, _id);
        using (other)
        {
            Assert.Throws<SealBrokenException>(() => other.Open(_seal.Seal("a", "T", "1", "C"), "T", "1", "C"));
        }
    }

    public void Dispose() => _seal.Dispose();

    private static void AssertEachChangeIsFound(byte[] bytes, Action<byte[]> open)
    {
        foreach (var (at, bit) in Enumerable.Range(0, bytes.Length).SelectMany(at => Enumerable.Range(0, 8).Select(bit => (at, bit))))
        {
            var changed = (byte[])bytes.Clone();
            changed[at] ^= (byte)(1 << bit);
            Assert.Throws<SealBrokenException>(() => open(changed));
        }

        AssertEachCutIsFound(bytes, open);
    }

    private static void AssertEachCutIsFound(byte[] bytes, Action<byte[]> open)
    {
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<SealBrokenException>(() => open(bytes[..length])));
        Assert.Throws<SealBrokenException>(() => open([.. bytes, 0]));
    }
}
