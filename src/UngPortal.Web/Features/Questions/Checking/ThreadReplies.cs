using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Safety;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions.Checking;

/// <summary>What the one with the code may do with an own thread: take back, add, rate.</summary>
public sealed class ThreadReplies(PortalDbContext db, Sealer sealer, QuestionSteps steps, CrisisDetector detector)
{
    /// <summary>The desk may be at work on the question at the same time; whoever takes it back need not know.</summary>
    private const int MostTries = 3;

    private DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    /// <summary>Takes back what is not answered. The first question takes the whole thread with it. False when there is nothing to take back.</summary>
    public async Task<bool> WithdrawAsync(Guid threadId, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            await db.QuestionsTogether.Where(question => question.ThreadId == threadId).LoadAsync(cancellationToken);
            var thread = await ReadAsync(threadId, cancellationToken);
            if (thread?.Questions.FirstOrDefault(question => question.IsOpen) is not { } open)
            {
                return false;
            }

            steps.Do(open, null, "question-withdrawn", question => question.Withdraw(Now));
            if (thread.Questions.All(question => question.State is QuestionState.Withdrawn))
            {
                thread.LetGo();
                db.Remove(thread);
            }

            if (await db.TrySaveAsync(cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds what an expert asked for; it may say more of how hard things are than the question did. False when nobody asks for more now.</summary>
    public async Task<bool> AddMoreAsync(Guid threadId, string text, CancellationToken cancellationToken)
    {
        var thread = await ReadAsync(threadId, cancellationToken);
        if (thread?.Questions.FirstOrDefault(one => one.State == QuestionState.NeedsMore) is not { } question)
        {
            return false;
        }

        using var texts = new ThreadTexts(sealer.Open(QuestionThread.SealKind, thread.SealId, thread.Key));
        var severity = SeverityOf(text, texts.TextOf(question));
        steps.Do(question, null, "question-added-to", one => one.AddMore(texts.SealAddition(one.Id, text), severity, Now), severity > question.OwnSeverity ? $"{severity}" : "");
        return await db.TrySaveAsync(cancellationToken);
    }

    /// <summary>What the addition says, read with its question: "i magen" says nothing alone. Where the question seemed Red already, and a person said otherwise, it speaks for itself.</summary>
    private Severity SeverityOf(string addition, string question) =>
        detector.Assess(detector.Assess(question).Severity == Severity.Red ? addition : $"{question}\n\n{addition}").Severity;

    /// <summary>Whether the answer helped. False when there is no such answer.</summary>
    public async Task<bool> RateAsync(Guid threadId, Guid questionId, bool helped, CancellationToken cancellationToken)
    {
        var thread = await ReadAsync(threadId, cancellationToken);
        if (thread?.Questions.FirstOrDefault(question => question.Id == questionId && question.IsReadable) is not { } answered)
        {
            return false;
        }

        answered.Rate(helped);
        return await db.TrySaveAsync(cancellationToken);
    }

    private Task<QuestionThread?> ReadAsync(Guid threadId, CancellationToken cancellationToken) =>
        db.QuestionThreads.Include(thread => thread.Questions).ThenInclude(question => question.Answer).FirstOrDefaultAsync(thread => thread.Id == threadId, cancellationToken);
}
