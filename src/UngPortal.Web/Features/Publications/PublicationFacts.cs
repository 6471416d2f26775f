using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>What is shown with a publication but never searched for in the database; kept as one JSON column.</summary>
public sealed record PublicationFacts
{
    public static readonly PublicationFacts Empty = new();

    public string Owner { get; init; } = "";

    public Reviewer? ReviewedBy { get; init; }

    public DateOnly LastReviewedAt { get; init; }

    public DateOnly ReviewDueAt { get; init; }

    public Readers Readers { get; init; }

    /// <summary>The slug of the illustration that leads the page and its cards.</summary>
    public string? Illustration { get; init; }

    public IReadOnlyList<string> Related { get; init; } = [];

    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<Source> Sources { get; init; } = [];

    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    public Film? Video { get; init; }

    public string Creator { get; init; } = "";

    public string Licence { get; init; } = "";

    public sealed record Reviewer(string Name, string Role, string Organisation);

    public sealed record Source(string Title, string Publisher, string Url);

    public sealed record Picture(string Media, int Width, int Height, LocalizedText Alt);

    public sealed record Film(string Webm, string Mp4, string Poster, int Width, int Height, int Seconds, IReadOnlyDictionary<string, string> Captions, LocalizedText Transcript);
}
