using System.Text.Json.Serialization;
using UngPortal.Kernel;
using UngPortal.Platform.Markdown;

namespace UngPortal.Features.Publications;

/// <summary>What is shown with a publication but never searched for in the database; kept as one JSON column.</summary>
public sealed record PublicationFacts
{
    /// <summary>The owner of what the site has written itself, which was done with a language model.</summary>
    public const string OwnName = "UngPortal";

    public static readonly PublicationFacts Empty = new();

    /// <summary>Who wrote it.</summary>
    public string Owner { get; init; } = OwnName;

    public Reviewer? ReviewedBy { get; init; }

    /// <summary>When the reviewer read it, or without one, when it was last brought up to date.</summary>
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

    public sealed record Source(string Title, string Publisher, string Url)
    {
        /// <summary>The title, with the publisher where the title doesn't name it.</summary>
        [JsonIgnore]
        public string Label => SectionSigns.Tied(Title.Contains(Publisher, StringComparison.OrdinalIgnoreCase) ? Title : $"{Title} – {Publisher}");
    }

    public sealed record Picture(string Media, int Width, int Height, LocalizedText Alt);

    /// <summary>A film by the media names of its files. Only imported films have a WebM, and they are silent; in others there may be something to hear.</summary>
    public sealed record Film(
        string? Webm, string Mp4, string Poster, int Width, int Height, int Seconds, IReadOnlyDictionary<string, string> Captions, LocalizedText Transcript, bool HasSound = false);
}
