using System.Buffers.Binary;
using System.Text;

namespace UngPortal.Platform.Sealing;

/// <summary>A text as bytes: its length (four bytes, little-endian), UTF-8, and zeros up to the next multiple of <see cref="Block"/>, so that its length tells less.</summary>
internal static class PaddedText
{
    public const int Block = 64;
    private const int Prefix = sizeof(int);

    /// <summary>The bytes. Half a surrogate pair, which no form sends, becomes U+FFFD.</summary>
    public static byte[] Of(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var padded = new byte[checked((Prefix + length + Block - 1) / Block * Block)];
        BinaryPrimitives.WriteInt32LittleEndian(padded, length);
        Encoding.UTF8.GetBytes(text, padded.AsSpan(Prefix));
        return padded;
    }

    /// <summary>The text; null when the length inside doesn't fit.</summary>
    public static string? Read(ReadOnlySpan<byte> padded)
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(padded);
        return length >= 0 && length <= padded.Length - Prefix ? Encoding.UTF8.GetString(padded.Slice(Prefix, length)) : null;
    }
}
