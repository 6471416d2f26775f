using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>A film that was made and lies in the store, not yet known to its row.</summary>
public sealed record NewFilm(NewFilm.File Film, NewFilm.File Poster, int Width, int Height, int Seconds)
{
    public sealed record File(MediaName Name, long Bytes);
}
