namespace UngPortal.Features.Questions;

/// <summary>The outbox row that tells every node's desk that something moved. It names the question, never its content.</summary>
public static class QuestionChanged
{
    public const string Kind = "question-changed";
}
