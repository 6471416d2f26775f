namespace UngPortal.Features.Questions;

/// <summary>One of the topics that an editor gave a question.</summary>
public sealed class QuestionTopic
{
    public Guid QuestionId { get; private set; }

    public required string Topic { get; init; }
}
