namespace UngPortal.Features.MediaLibrary;

/// <summary>The outbox message that a picture of the library was taken down or replaced: pages that show it are rendered anew.</summary>
public static class MediaChanged
{
    public const string Kind = "media-changed";
}
