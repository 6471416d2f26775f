namespace UngPortal.Platform.Sealing;

/// <summary>A feature's sealed records as start-up checks and rotation see them: keys and versions, never texts. <see cref="SealedRecords{T}"/> does it for an entity.</summary>
public interface ISealedRecords
{
    /// <summary>The kind that the feature gives to <see cref="Sealer.New"/>.</summary>
    string Kind { get; }

    /// <summary>How many records stand under each master key version; versions without records are left out.</summary>
    Task<IReadOnlyDictionary<int, int>> VersionsInUseAsync(CancellationToken cancellationToken);

    /// <summary>Some keys under a version, at most the count; the same ones until they go or change.</summary>
    Task<IReadOnlyList<SealedKey>> KeysUnderAsync(int version, int count, CancellationToken cancellationToken);

    /// <summary>Puts fresh wrappings where the old ones still stand, all in one transaction. A record that was deleted or rewrapped meanwhile is left as it is. Returns how many were put.</summary>
    Task<int> SwapAsync(IReadOnlyList<KeySwap> swaps, CancellationToken cancellationToken);
}
