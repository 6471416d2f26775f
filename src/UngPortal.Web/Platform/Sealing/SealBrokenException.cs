namespace UngPortal.Platform.Sealing;

/// <summary>What was sealed doesn't open: it was changed, stands at another place than it was sealed for, or belongs to another key. The message names the place and holds neither text nor key.</summary>
public sealed class SealBrokenException(string place) : Exception($"The seal of {place} is broken: it was changed, moved, or sealed under another key.");
