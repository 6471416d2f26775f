using UngPortal.Kernel;

namespace UngPortal.Features.Answers;

/// <summary>Where an answer stands in the lists: a row for the whole library, for each of its topics and for each topic above. It repeats all that lists filter and sort by, so that each list is one walk along one index.</summary>
public sealed class AnswerPlace
{
    /// <summary>The number that stands for the whole library instead of a topic.</summary>
    public const int Everywhere = 0;

    public int AnswerId { get; private set; }

    public required int TopicId { get; init; }

    /// <summary>Which of the answer's own topics it is, from 1; 0 for those above and for the whole library.</summary>
    public int Position { get; private set; }

    /// <summary>False for what was taken down and for all but one of near duplicates.</summary>
    public bool IsListed { get; private set; }

    /// <summary>False for what never stands among the most read.</summary>
    public bool MayBePopular { get; private set; }

    public DateOnly AnsweredAt { get; private set; }

    public int Reads { get; private set; }

    public int AgeFrom { get; private set; }

    public int AgeTo { get; private set; }

    public AskerGender Gender { get; private set; }

    public string Role { get; private set; } = "";

    internal void Stand(int position) => Position = position;

    internal void Follow(PublishedAnswer answer)
    {
        (IsListed, MayBePopular, AnsweredAt, Reads) = (answer.IsListed, answer.IsListed && answer.MayBePopular, answer.AnsweredAt, answer.Reads);
        (AgeFrom, AgeTo, Gender, Role) = (answer.AgeFrom, answer.AgeTo, answer.Gender, answer.Role);
    }
}
