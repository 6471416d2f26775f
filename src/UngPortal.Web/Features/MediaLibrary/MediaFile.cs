namespace UngPortal.Features.MediaLibrary;

/// <summary>One stored file of a picture: a format in a width.</summary>
public sealed class MediaFile
{
    public const int FormatMaxLength = 4;

    public int Id { get; private set; }

    public int ItemId { get; private set; }

    /// <summary>Its name in the media store.</summary>
    public required string Name { get; init; }

    public required string Format { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    public required long Bytes { get; init; }

    /// <summary>When another file took its place; it is kept for as long as a text shows it.</summary>
    public DateTime? ReplacedAt { get; private set; }

    internal void Replace(DateTime now) => ReplacedAt = ReplacedAt is null ? now : throw new InvalidOperationException("It is replaced already.");
}
