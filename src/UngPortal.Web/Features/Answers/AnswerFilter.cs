using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

/// <summary>What a list of answers is narrowed to.</summary>
public sealed record AnswerFilter
{
    public int TopicId { get; init; } = AnswerPlace.Everywhere;

    public AgeBand? Age { get; init; }

    public AskerGender? Gender { get; init; }

    public string? Role { get; init; }

    public int? Year { get; init; }

    public bool MostRead { get; init; }
}
