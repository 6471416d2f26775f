namespace UngPortal.Platform.Media.Films;

/// <summary>What became of a film: the files made of it, or why there are none.</summary>
public sealed record FilmOutcome
{
    /// <summary>Why nothing could be made; null when it could.</summary>
    public FilmFailure? Failure { get; init; }

    /// <summary>The film's path in the folder given.</summary>
    public string Film { get; init; } = "";

    /// <summary>The path of a still from it, a JPEG.</summary>
    public string Poster { get; init; } = "";

    /// <summary>The width in pixels, turned upright.</summary>
    public int Width { get; init; }

    /// <summary>The height in pixels, turned upright.</summary>
    public int Height { get; init; }

    /// <summary>How long it is, in whole seconds, at least one.</summary>
    public int Seconds { get; init; }
}
