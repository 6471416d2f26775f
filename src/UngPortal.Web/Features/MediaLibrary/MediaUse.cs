namespace UngPortal.Features.MediaLibrary;

/// <summary>A publication that shows a picture.</summary>
public sealed record MediaUse(string Title, string Path);
