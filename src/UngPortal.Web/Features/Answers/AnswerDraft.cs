using UngPortal.Features.Publications;
using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

/// <summary>A question and its answer as they shall be public: plain text that names nobody, checked by a person.</summary>
public sealed record AnswerDraft
{
    public required AnswerOrigin Origin { get; init; }

    /// <summary>The code of the one language it is in.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Question { get; init; }

    /// <summary>As Markdown.</summary>
    public required AnswerSections Answer { get; init; }

    /// <summary>The key of the role that answered.</summary>
    public required string Role { get; init; }

    /// <summary>One to four slugs, the most fitting first.</summary>
    public required IReadOnlyList<string> Topics { get; init; }

    /// <summary>The exact age as a band of one year, or a wider band where the subject is sensitive.</summary>
    public required AgeBand Age { get; init; }

    public AskerGender Gender { get; init; }

    public Sensitivity Sensitivity { get; init; }

    public required DateOnly AskedAt { get; init; }

    public required DateOnly AnsweredAt { get; init; }

    public AnswerFacts Facts { get; init; } = AnswerFacts.Empty;
}
