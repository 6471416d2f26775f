namespace UngPortal.Features.MediaLibrary.Editing;

/// <summary>What the page of a picture shows beside its form.</summary>
public sealed record ItemView
{
    public required MediaPicture Picture { get; init; }

    public required string House { get; init; }

    public required string UploadedBy { get; init; }

    public required DateTime UploadedAt { get; init; }

    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Whether the person may change it: it belongs to an organisation of theirs.</summary>
    public required bool IsOwn { get; init; }

    public required IReadOnlyList<MediaUse> Uses { get; init; }
}
