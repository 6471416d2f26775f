namespace UngPortal.Features.MediaLibrary;

/// <summary>A page that shows a picture or a film.</summary>
public sealed record MediaUse(string Title, string Path);
