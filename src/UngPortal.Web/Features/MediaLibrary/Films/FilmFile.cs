namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>One stored file of a film.</summary>
public sealed class FilmFile
{
    public const int LanguageMaxLength = 2;

    public int Id { get; private set; }

    public int FilmId { get; private set; }

    public required FilmFileKind Kind { get; init; }

    /// <summary>The language of captions; empty for all else.</summary>
    public string Language { get; init; } = "";

    /// <summary>Its name in the media store.</summary>
    public required string Name { get; init; }

    public required long Bytes { get; init; }

    /// <summary>When another file took its place, or none; it is kept for as long as a text shows it.</summary>
    public DateTime? ReplacedAt { get; private set; }

    internal void Replace(DateTime now) => ReplacedAt = ReplacedAt is null ? now : throw new InvalidOperationException("It is replaced already.");
}
