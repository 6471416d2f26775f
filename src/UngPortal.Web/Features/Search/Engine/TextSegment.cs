namespace UngPortal.Features.Search.Engine;

/// <summary>A piece of plain text, to be encoded by the view; matches are to be marked.</summary>
public sealed record TextSegment(string Text, bool IsMatch);
