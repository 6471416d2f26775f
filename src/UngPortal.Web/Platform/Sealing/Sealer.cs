using System.Security.Cryptography;

namespace UngPortal.Platform.Sealing;

/// <summary>Gives each record (a question's thread, a chat, a booking) a key of its own. Deleting the wrapped key makes its texts unreadable for good.</summary>
public sealed class Sealer(SealingKeys keys)
{
    /// <summary>The length of <see cref="NewId"/>.</summary>
    public const int IdLength = 32;

    private const int IdBytes = IdLength / 2;

    /// <summary>A random id for a record, 128 bits in lower-case hex: keys are bound to an id that must be known before the row has a number.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>A key for a new record, to be stored with it, and the seal to write its texts with.</summary>
    /// <param name="kind">What the record is, in one lasting word: <c>question</c>.</param>
    /// <param name="id">The record's own <see cref="NewId"/>.</param>
    /// <exception cref="UnusableKeysException">There are no usable master keys.</exception>
    public (WrappedKey Key, RecordSeal Seal) New(string kind, string id)
    {
        Span<byte> key = stackalloc byte[Envelope.KeyBytes];
        try
        {
            RandomNumberGenerator.Fill(key);
            return (keys.Ring.Current.Wrap(key, kind, id), new RecordSeal(key));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The seal of a stored record.</summary>
    /// <exception cref="SealBrokenException">The key was changed, or belongs to another record.</exception>
    /// <exception cref="SealingKeyMissingException">The site doesn't have the master key.</exception>
    /// <exception cref="UnusableKeysException">There are no usable master keys.</exception>
    public RecordSeal Open(string kind, string id, WrappedKey wrapped)
    {
        Span<byte> key = stackalloc byte[Envelope.KeyBytes];
        try
        {
            keys.Ring.Get(wrapped.Version).Unwrap(wrapped, kind, id, key);
            return new RecordSeal(key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The same key under the current master key; texts stay as they are.</summary>
    /// <exception cref="SealBrokenException">The key was changed, or belongs to another record.</exception>
    /// <exception cref="SealingKeyMissingException">The site doesn't have the master key.</exception>
    /// <exception cref="UnusableKeysException">There are no usable master keys.</exception>
    public WrappedKey Rewrap(string kind, string id, WrappedKey wrapped)
    {
        Span<byte> key = stackalloc byte[Envelope.KeyBytes];
        try
        {
            keys.Ring.Get(wrapped.Version).Unwrap(wrapped, kind, id, key);
            return keys.Ring.Current.Wrap(key, kind, id);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
