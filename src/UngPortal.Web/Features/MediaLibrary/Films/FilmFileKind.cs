namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>What a stored file is to its film.</summary>
public enum FilmFileKind
{
    /// <summary>The film itself, an MP4.</summary>
    Film = 1,

    /// <summary>The picture that stands there before it plays, a JPEG.</summary>
    Poster = 2,

    /// <summary>Captions in one language, WebVTT.</summary>
    Captions = 3,
}
