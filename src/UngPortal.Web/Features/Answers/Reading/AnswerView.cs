using UngPortal.Features.Experts;
using UngPortal.Features.Publications;
using UngPortal.Features.Topics;

namespace UngPortal.Features.Answers.Reading;

/// <summary>All that the page of an answer shows.</summary>
public sealed record AnswerView
{
    public required PublishedAnswer Answer { get; init; }

    /// <summary>The most fitting first.</summary>
    public required IReadOnlyList<Topic> Topics { get; init; }

    public required int Hue { get; init; }

    public AnsweringRole? Role { get; init; }

    /// <summary>Articles that whoever answered has chosen.</summary>
    public required IReadOnlyList<Teaser> Articles { get; init; }

    public required IReadOnlyList<AnswerTeaser> Similar { get; init; }

    /// <summary>Older than a year.</summary>
    public required bool IsOld { get; init; }

    /// <summary>So old, on something that changes, that search engines should leave it.</summary>
    public required bool IsOutdated { get; init; }

    /// <summary>A similar one that is not outdated, to read instead.</summary>
    public AnswerTeaser? Newer { get; init; }

    public bool IsTakenDown => Answer.TakenDownAt is not null;
}
