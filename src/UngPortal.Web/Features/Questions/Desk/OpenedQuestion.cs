using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Desk;

/// <summary>A question on somebody's desk, with its thread unlocked for as long as the page is made.</summary>
public sealed class OpenedQuestion(Question question, QuestionThread thread, ThreadTexts texts, IReadOnlyList<OpenedQuestion> joined) : IDisposable
{
    public Question Question => question;

    public QuestionThread Thread => thread;

    public ThreadTexts Texts => texts;

    /// <summary>Those that are answered together with it.</summary>
    public IReadOnlyList<OpenedQuestion> Joined => joined;

    /// <summary>The question itself.</summary>
    public string Text => texts.TextOf(question);

    /// <summary>What came before it in the thread, the oldest first.</summary>
    public IReadOnlyList<(string Question, AnswerContent? Answer)> Before =>
        [.. thread.Questions.Where(other => other.Number < question.Number && other.SealedText is not null).OrderBy(other => other.Number)
            .Select(other => (texts.TextOf(other), other.IsReadable && other.Answer is { } answer ? texts.ContentOf(answer) : null))];

    public AnswerContent Content => question.Answer is { } answer ? texts.ContentOf(answer) : new AnswerContent();

    /// <summary>The same question with others that got its answer.</summary>
    public OpenedQuestion With(IReadOnlyList<OpenedQuestion> others) => new(question, thread, texts, others);

    /// <summary>Of the question and those that have joined it, the one that can be taken apart from the others; null when it is apart, or answered.</summary>
    public Question? FindJoined(Guid id) => joined.Select(one => one.Question).Append(question).FirstOrDefault(one => one.Id == id && one.State == QuestionState.Joined);

    /// <summary>Every topic that an editor or an asker gave it, or one of those that are answered with it.</summary>
    public IReadOnlyList<string> Topics => [.. joined.SelectMany(one => one.Topics).Concat(question.Topics.Select(link => link.Topic)).Concat(thread.Topic is { } own ? [own] : []).Distinct()];

    public bool IsHard => question.Severity != Severity.Green;

    public void Dispose()
    {
        texts.Dispose();
        foreach (var one in joined)
        {
            one.Dispose();
        }
    }
}
