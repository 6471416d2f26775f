using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Questions.Keeping;

/// <summary>Deletes threads that have been kept for their time, with code, key and texts; what is left of their questions are figures. Of a thread that stays it forgets the follow-ups that got no answer. Source: product/principles.md, "Retention".</summary>
public sealed partial class QuestionRetention(PortalDbContext db, AuditTrail audit, QuestionSteps steps, TimeProvider time, ILogger<QuestionRetention> logger) : IPortalJob
{
    /// <summary>For questions that were never answered, from the last that happened to them.</summary>
    public const int UnansweredDays = 30;

    /// <summary>For all others, from the last answer.</summary>
    public const int AnsweredDays = 180;

    /// <summary>A follow-up that was declined longer ago than this is of a thread that is gone: three more may be asked, each within a month, and then the thread has its own time.</summary>
    private const int LookBackDays = 2 * (UnansweredDays + AnsweredDays);

    private const int Batch = 100;
    private const int MostConflicts = 10;

    /// <summary>What is deleted by the moment because nobody ever answered it.</summary>
    public static Expression<Func<QuestionThread, bool>> IsUnansweredAndOver(DateTime by)
    {
        var before = by.AddDays(-UnansweredDays);
        return thread => thread.LastAnsweredAt == null && !thread.Questions.Any(question => question.AskedAt >= before || question.ClosedAt >= before || question.MoreAskedAt >= before || question.AddedAt >= before);
    }

    /// <summary>What is deleted by the moment because its last answer was long ago.</summary>
    public static Expression<Func<QuestionThread, bool>> IsAnsweredAndOver(DateTime by)
    {
        var before = by.AddDays(-AnsweredDays);
        return thread => thread.LastAnsweredAt < before;
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var talked = now - TalkRequest.KeptFor;
        await db.TalkRequests.Where(talk => talk.HeldAt < talked).ExecuteDeleteAsync(cancellationToken);
        var unanswered = now.AddDays(-UnansweredDays);
        LogDeleted(
            await DeleteAsync(IsUnansweredAndOver(now), cancellationToken),
            await DeleteAsync(IsAnsweredAndOver(now), cancellationToken),
            await ForgetAsync(question => question.State < QuestionState.Answered && question.Number > 0 && question.AskedAt < unanswered && (question.MoreAskedAt ?? question.AskedAt) < unanswered && (question.AddedAt ?? question.AskedAt) < unanswered, cancellationToken)
                + await ForgetAsync(question => question.ClosedAt >= unanswered.AddDays(-LookBackDays) && question.ClosedAt < unanswered && question.DeclinedFor != null && question.Number > 0 && question.SealedText != null, cancellationToken));
    }

    /// <summary>Makes those follow-ups unreadable; the thread and what was answered in it stay.</summary>
    private async Task<int> ForgetAsync(Expression<Func<Question, bool>> isOver, CancellationToken cancellationToken)
    {
        var (forgotten, conflicts) = (0, 0);
        var batches = new Queue<Guid[]>((await db.Questions.Where(isOver).Select(question => question.Id).ToListAsync(cancellationToken)).Chunk(Batch));
        while (batches.TryPeek(out var ids))
        {
            var questions = await db.QuestionsTogether.Include(question => question.Answer).Where(isOver).Where(question => ids.Contains(question.Id)).ToListAsync(cancellationToken);
            questions.ForEach(End);
            if (await db.TrySaveAsync(cancellationToken))
            {
                forgotten += questions.Count;
                batches.Dequeue();
            }
            else if (conflicts++ >= MostConflicts)
            {
                return forgotten; // The next night looks again.
            }

            db.ChangeTracker.Clear();
        }

        return forgotten;
    }

    private void End(Question question)
    {
        var (from, joined) = (question.State, question.Joined.ToList());
        if (question.IsOpen)
        {
            question.Expire(time.GetUtcNow().UtcDateTime);
            steps.NoteFreed(joined, null);
        }

        question.Forget();
        audit.Record(null, "question-deleted", Question.SubjectOf(question.Id), $"{from} → {question.State}");
    }

    /// <summary>Looks once which are over, then takes them in batches: looking anew for each batch would go past all that stay, again and again.</summary>
    private async Task<int> DeleteAsync(Expression<Func<QuestionThread, bool>> isOver, CancellationToken cancellationToken)
    {
        var (deleted, conflicts) = (0, 0);
        var batches = new Queue<Guid[]>((await db.QuestionThreads.Where(isOver).OrderBy(thread => thread.Id).Select(thread => thread.Id).ToListAsync(cancellationToken)).Chunk(Batch));
        while (batches.TryPeek(out var ids))
        {
            await db.QuestionsTogether.Where(question => ids.Contains(question.ThreadId!.Value)).LoadAsync(cancellationToken);
            var threads = await db.QuestionThreads.Include(thread => thread.Questions).ThenInclude(question => question.Answer).Where(isOver).Where(thread => ids.Contains(thread.Id)).ToListAsync(cancellationToken);
            threads.ForEach(Delete);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                deleted += threads.Count;
                batches.Dequeue();
            }
            catch (DbUpdateConcurrencyException) when (conflicts++ < MostConflicts)
            {
                // Somebody answered or took back one of them just now: read them anew.
            }

            db.ChangeTracker.Clear();
        }

        return deleted;
    }

    private void Delete(QuestionThread thread)
    {
        foreach (var question in thread.LetGo())
        {
            End(question);
            if (question.Answer is { } answer)
            {
                db.Remove(answer);
            }
        }

        db.Remove(thread);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Question retention deleted {Unanswered} threads that were never answered and {Answered} that were, and forgot {FollowUps} follow-ups that were not.")]
    private partial void LogDeleted(int unanswered, int answered, int followUps);
}
