using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Desk;

/// <summary>A question on somebody's desk, with its thread unlocked for as long as the page is made.</summary>
public sealed class OpenedQuestion(Question question, QuestionThread thread, ThreadTexts texts) : IDisposable
{
    public Question Question => question;

    public QuestionThread Thread => thread;

    public ThreadTexts Texts => texts;

    /// <summary>The question itself.</summary>
    public string Text => texts.TextOf(question);

    /// <summary>What came before it in the thread, the oldest first.</summary>
    public IReadOnlyList<(string Question, AnswerContent? Answer)> Before =>
        [.. thread.Questions.Where(other => other.Number < question.Number && other.State != QuestionState.Withdrawn).OrderBy(other => other.Number)
            .Select(other => (texts.TextOf(other), other.IsReadable && other.Answer is { } answer ? texts.ContentOf(answer) : null))];

    public AnswerContent Content => question.Answer is { } answer ? texts.ContentOf(answer) : new AnswerContent();

    public bool IsHard => question.Severity != Severity.Green;

    public void Dispose() => texts.Dispose();
}
