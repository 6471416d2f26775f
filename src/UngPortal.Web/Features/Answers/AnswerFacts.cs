using UngPortal.Features.Publications;

namespace UngPortal.Features.Answers;

/// <summary>What is shown with an answer but never searched for in the database; kept as one JSON column.</summary>
public sealed record AnswerFacts
{
    public static readonly AnswerFacts Empty = new();

    /// <summary>Slugs of articles to read.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Slugs of services in the register.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    public IReadOnlyList<PublicationFacts.Source> Sources { get; init; } = [];
}
