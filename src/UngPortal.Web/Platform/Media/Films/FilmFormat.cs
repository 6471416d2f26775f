namespace UngPortal.Platform.Media.Films;

/// <summary>The kinds of film file that may be uploaded.</summary>
public enum FilmFormat
{
    /// <summary>MP4 and QuickTime, which are one family.</summary>
    Mp4 = 1,

    /// <summary>WebM and Matroska, which are one family.</summary>
    Matroska = 2,
}
