using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Questions.Keeping;

/// <summary>Deletes threads that have been kept for their time, with code, key and texts; what is left of their questions are figures. Source: product/principles.md, "Retention".</summary>
public sealed partial class QuestionRetention(PortalDbContext db, AuditTrail audit, QuestionSteps steps, TimeProvider time, ILogger<QuestionRetention> logger) : IPortalJob
{
    /// <summary>For questions that were never answered, from the last that happened to them.</summary>
    public const int UnansweredDays = 30;

    /// <summary>For all others, from the last answer.</summary>
    public const int AnsweredDays = 180;

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
        LogDeleted(await DeleteAsync(IsUnansweredAndOver(now), cancellationToken), await DeleteAsync(IsAnsweredAndOver(now), cancellationToken));
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
            var (from, joined) = (question.State, question.Joined.ToList());
            if (question.IsOpen)
            {
                question.Expire(time.GetUtcNow().UtcDateTime);
                steps.NoteFreed(joined, null);
            }

            if (question.Answer is { } answer)
            {
                db.Remove(answer);
            }

            audit.Record(null, "question-deleted", Question.SubjectOf(question.Id), $"{from} → {question.State}");
        }

        db.Remove(thread);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Question retention deleted {Unanswered} threads that were never answered and {Answered} that were.")]
    private partial void LogDeleted(int unanswered, int answered);
}
