namespace UngPortal.Features.Questions;

/// <summary>The outbox row that tells every node's desk that something moved. It names the question, never its content. The save that makes the change writes it, see <see cref="Live.QuestionWatch"/>.</summary>
public static class QuestionChanged
{
    public const string Kind = "question-changed";
}
