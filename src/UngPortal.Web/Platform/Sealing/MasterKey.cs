using System.Security.Cryptography;

namespace UngPortal.Platform.Sealing;

/// <summary>One version of the key that wraps records' own keys.</summary>
/// <remarks>Random nonces are good for 2^32 wrappings under one version (NIST SP 800-38D, 8.3), which no portal of this kind comes near.</remarks>
internal sealed class MasterKey
{
    public const int WrappedBytes = 1 + MarkBytes + Envelope.KeyBytes + Envelope.Overhead;

    private const byte Format = 1;
    private const int MarkBytes = 8;
    private static readonly byte[] MarkPurpose = "ungportal sealing key mark"u8.ToArray();

    private readonly byte[] _key;
    private readonly byte[] _mark;

    /// <summary>Takes the key over: the array should be pinned, so that no copy of it is left behind.</summary>
    public MasterKey(int version, byte[] key)
    {
        Version = version;
        _key = key;
        _mark = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, MarkBytes, info: MarkPurpose);
    }

    public int Version { get; }

    /// <summary>Whether both are the same 32 bytes.</summary>
    public bool HasKeyOf(ReadOnlySpan<byte> other) => CryptographicOperations.FixedTimeEquals(_key, other);

    /// <summary>Whether the key was wrapped by another key with this version, as one from another installation is.</summary>
    public bool IsForeign(WrappedKey wrapped) => HasShape(wrapped.Bytes) && !wrapped.Bytes.AsSpan(1, MarkBytes).SequenceEqual(_mark);

    public WrappedKey Wrap(ReadOnlySpan<byte> recordKey, string kind, string id)
    {
        var bytes = new byte[WrappedBytes];
        bytes[0] = Format;
        _mark.CopyTo(bytes, 1);
        using var cipher = Envelope.CipherOf(_key);
        Envelope.Seal(cipher, recordKey, Envelope.Context(Format, Version, kind, id), bytes.AsSpan(1 + MarkBytes));
        return new WrappedKey(Version, bytes);
    }

    /// <exception cref="SealingKeyMissingException">Another key of the same version wrapped it.</exception>
    /// <exception cref="SealBrokenException">It was changed, or wrapped for another record.</exception>
    public void Unwrap(WrappedKey wrapped, string kind, string id, Span<byte> recordKey)
    {
        if (IsForeign(wrapped))
        {
            throw new SealingKeyMissingException(Version, "is another key here than the one that the record was sealed with");
        }

        using var cipher = Envelope.CipherOf(_key);
        if (!HasShape(wrapped.Bytes) || !Envelope.TryOpen(cipher, wrapped.Bytes.AsSpan(1 + MarkBytes), Envelope.Context(Format, Version, kind, id), recordKey))
        {
            throw new SealBrokenException($"a {kind}'s key");
        }
    }

    private static bool HasShape(byte[] bytes) => bytes.Length == WrappedBytes && bytes[0] == Format;
}
