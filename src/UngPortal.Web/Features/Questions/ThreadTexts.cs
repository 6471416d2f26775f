using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

/// <summary>Opens and closes what is written in one thread. What it reads belongs to the page that asked, and nowhere else.</summary>
public sealed class ThreadTexts(RecordSeal seal) : IDisposable
{
    private const string Questions = "Questions";
    private const string Answers = "QuestionAnswers";

    public string TextOf(Question question) => Open(question.SealedText, Questions, question.Id, nameof(Question.SealedText));

    public string RequestOf(Question question) => Open(question.SealedRequest, Questions, question.Id, nameof(Question.SealedRequest));

    public string AdditionOf(Question question) => Open(question.SealedAddition, Questions, question.Id, nameof(Question.SealedAddition));

    public AnswerContent ContentOf(QuestionAnswer answer) =>
        answer.SealedContent is { } content ? AnswerContent.Parse(Open(content, Answers, answer.QuestionId, nameof(QuestionAnswer.SealedContent))) : new AnswerContent();

    public string ReviewNoteOf(QuestionAnswer answer) => Open(answer.SealedReviewNote, Answers, answer.QuestionId, nameof(QuestionAnswer.SealedReviewNote));

    public string CorrectionOf(QuestionAnswer answer) => Open(answer.SealedCorrection, Answers, answer.QuestionId, nameof(QuestionAnswer.SealedCorrection));

    public byte[] SealText(Guid questionId, string text) => Seal(text, Questions, questionId, nameof(Question.SealedText));

    public byte[] SealRequest(Guid questionId, string text) => Seal(text, Questions, questionId, nameof(Question.SealedRequest));

    public byte[] SealAddition(Guid questionId, string text) => Seal(text, Questions, questionId, nameof(Question.SealedAddition));

    public byte[] SealContent(Guid questionId, AnswerContent content) => Seal(content.ToJson(), Answers, questionId, nameof(QuestionAnswer.SealedContent));

    public byte[] SealReviewNote(Guid questionId, string text) => Seal(text, Answers, questionId, nameof(QuestionAnswer.SealedReviewNote));

    public byte[] SealCorrection(Guid questionId, string text) => Seal(text, Answers, questionId, nameof(QuestionAnswer.SealedCorrection));

    public void Dispose() => seal.Dispose();

    private string Open(byte[]? text, string table, Guid id, string column) => text is null ? "" : seal.Open(text, table, id.ToString("N"), column);

    private byte[] Seal(string text, string table, Guid id, string column) => seal.Seal(text, table, id.ToString("N"), column);
}
