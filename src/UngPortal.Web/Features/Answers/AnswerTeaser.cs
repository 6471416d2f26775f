using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

/// <summary>What a card shows of a published answer.</summary>
public sealed record AnswerTeaser
{
    private const int ExcerptLength = 160;

    public required int PublicId { get; init; }

    public required string Slug { get; init; }

    public required AnswerOrigin Origin { get; init; }

    public required string Language { get; init; }

    public required string Title { get; init; }

    public required string Question { get; init; }

    public required int AgeFrom { get; init; }

    public required int AgeTo { get; init; }

    public required AskerGender Gender { get; init; }

    public required DateOnly AnsweredAt { get; init; }

    public required DateTime PublishedAt { get; init; }

    /// <summary>The name of who answered; null for a role that is gone.</summary>
    public LocalizedText? Role { get; init; }

    /// <summary>1 to 5: the main topic's colour.</summary>
    public int Hue { get; init; }

    /// <summary>How many near duplicates stand behind it.</summary>
    public int Alike { get; init; }

    public string Key => PublishedAnswer.KeyOf(PublicId);

    public string Path => PublishedAnswer.PathOf(PublicId, Slug);

    /// <summary>The beginning of the question, cut between two words.</summary>
    public string Excerpt => Question.Length <= ExcerptLength ? Question : Question[..Math.Max(Question.LastIndexOf(' ', ExcerptLength), ExcerptLength / 2)].TrimEnd(' ', ',', '.', '–') + " …";
}
