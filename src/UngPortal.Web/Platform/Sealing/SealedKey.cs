namespace UngPortal.Platform.Sealing;

/// <summary>A record's id and its wrapped key as they were read.</summary>
public sealed record SealedKey(string SealId, WrappedKey Key);
