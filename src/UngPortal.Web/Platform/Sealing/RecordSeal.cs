using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace UngPortal.Platform.Sealing;

/// <summary>Seals and opens the texts of one record. Dispose of it at once after use: that wipes the key. Several threads may share it.</summary>
/// <remarks>A sealed text is format, nonce, padded UTF-8 and tag: 93 bytes up to 60 bytes of text, 64 more for each 64 begun.</remarks>
public sealed class RecordSeal : IDisposable
{
    private const byte Format = 1;
    private readonly AesGcm _cipher;
    private readonly Lock _oneAtATime = new();
    private bool _isDisposed;

    internal RecordSeal(ReadOnlySpan<byte> key) => _cipher = Envelope.CipherOf(key);

    /// <summary>Makes a text unreadable anywhere but at its place. Null stays null; an empty text is sealed as any other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="table">The table it will stand in.</param>
    /// <param name="id">Its row there: something that never changes, known before the row is saved.</param>
    /// <param name="column">Its column.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public byte[]? Seal(string? text, string table, string id, string column)
    {
        if (text is null)
        {
            return null;
        }

        var plain = PaddedText.Of(text);
        try
        {
            var bytes = new byte[1 + plain.Length + Envelope.Overhead];
            bytes[0] = Format;
            lock (_oneAtATime)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                Envelope.Seal(_cipher, plain, Envelope.Context(Format, 0, table, id, column), bytes.AsSpan(1));
            }

            return bytes;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Reads what <see cref="Seal"/> made for the same place; null stays null.</summary>
    /// <exception cref="SealBrokenException">It was changed, moved or sealed for another record.</exception>
    [return: NotNullIfNotNull(nameof(bytes))]
    public string? Open(byte[]? bytes, string table, string id, string column)
    {
        if (bytes is null)
        {
            return null;
        }

        var length = bytes.Length - 1 - Envelope.Overhead;
        if (length <= 0 || length % PaddedText.Block != 0 || bytes[0] != Format)
        {
            throw new SealBrokenException($"{table}.{column}");
        }

        var plain = new byte[length];
        try
        {
            lock (_oneAtATime)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                return Envelope.TryOpen(_cipher, bytes.AsSpan(1), Envelope.Context(Format, 0, table, id, column), plain) && PaddedText.Read(plain) is { } text
                    ? text
                    : throw new SealBrokenException($"{table}.{column}");
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    /// <summary>Wipes the key.</summary>
    public void Dispose()
    {
        lock (_oneAtATime)
        {
            _isDisposed = true;
            _cipher.Dispose();
        }
    }
}
