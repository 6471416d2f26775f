namespace UngPortal.Platform.Media.Pictures;

/// <summary>What became of a picture: the files made of it, or why there are none.</summary>
public sealed record PictureOutcome
{
    /// <summary>Why it was refused; null when it was not.</summary>
    public PictureRefusal? Refusal { get; init; }

    /// <summary>The width in pixels, turned upright.</summary>
    public int Width { get; init; }

    /// <summary>The height in pixels, turned upright.</summary>
    public int Height { get; init; }

    /// <summary>The files made, by their names in the folder given.</summary>
    public IReadOnlyList<Made> Files { get; init; } = [];

    /// <summary>One file made.</summary>
    /// <param name="File">Its name in the folder, e.g. <c>480.avif</c>.</param>
    /// <param name="Format">One of <see cref="PictureRules.Formats"/>.</param>
    /// <param name="Width">Its width in pixels.</param>
    /// <param name="Height">Its height in pixels.</param>
    public sealed record Made(string File, string Format, int Width, int Height);
}
