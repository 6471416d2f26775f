using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary;

/// <summary>An uploaded picture whose files lie in the store, not yet known to any row.</summary>
public sealed record NewPicture(int Width, int Height, IReadOnlyList<NewPicture.File> Files)
{
    public sealed record File(MediaName Name, string Format, int Width, int Height, long Bytes);
}
