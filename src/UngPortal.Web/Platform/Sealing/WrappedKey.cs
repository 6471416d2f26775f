namespace UngPortal.Platform.Sealing;

/// <summary>A record's own key, sealed under the master key of a version; stored beside the record. Without it nobody can read the record's texts again.</summary>
/// <param name="Version">The master key's version, from 1.</param>
/// <param name="Bytes">Format, the master key's mark, nonce, sealed key and tag: <see cref="Length"/> bytes.</param>
public sealed record WrappedKey(int Version, byte[] Bytes)
{
    /// <summary>The length of <see cref="Bytes"/>.</summary>
    public const int Length = MasterKey.WrappedBytes;

    /// <inheritdoc />
    public bool Equals(WrappedKey? other) => other is not null && Version == other.Version && Bytes.AsSpan().SequenceEqual(other.Bytes);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.Add(Version);
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }
}
