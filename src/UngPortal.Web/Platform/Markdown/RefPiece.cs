namespace UngPortal.Platform.Markdown;

/// <summary>A part of what a reference becomes in a sentence: words, or a link whose label says more than its text does.</summary>
public sealed record RefPiece(string Text, string? Href = null, string? Label = null);
