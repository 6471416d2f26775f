namespace UngPortal.Platform.Sealing;

/// <summary>A record's key is wrapped by a master key that this site doesn't have.</summary>
public sealed class SealingKeyMissingException : Exception
{
    /// <summary>No key has the version.</summary>
    internal SealingKeyMissingException(int version, string problem)
        : base($"Sealing key version {version} {problem}.") => Version = version;

    /// <summary>The version that the record asks for.</summary>
    public int Version { get; }
}
