namespace UngPortal.Features.Answers;

/// <summary>How often an answer was read on a day and what readers said of it, by how many nobody knows.</summary>
public sealed class AnswerReading
{
    public required int AnswerId { get; init; }

    public required DateOnly Day { get; init; }

    public int Count { get; init; }

    public int HelpedYes { get; init; }

    public int HelpedNo { get; init; }
}
