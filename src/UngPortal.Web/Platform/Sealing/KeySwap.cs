namespace UngPortal.Platform.Sealing;

/// <summary>A wrapping to be put in the place of another, if that one still stands there.</summary>
public sealed record KeySwap(string SealId, WrappedKey Old, WrappedKey Fresh);
