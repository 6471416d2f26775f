namespace UngPortal.Platform.Sealing;

/// <summary>What a rotation did and where the records stand afterwards.</summary>
/// <param name="Rewrapped">How many keys this run rewrapped; another node may have done others.</param>
/// <param name="Unreadable">How many of the keys it came by could not be opened and were left as they are.</param>
/// <param name="InUse">How many records stand under each version, by kind.</param>
public sealed record SealingReport(int Rewrapped, int Unreadable, IReadOnlyList<SealingReport.Use> InUse)
{
    /// <summary>The records of a kind under a version.</summary>
    public sealed record Use(string Kind, int Version, int Count);
}
