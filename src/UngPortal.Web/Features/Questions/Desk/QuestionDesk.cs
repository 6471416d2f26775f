using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Opens questions for those who may read them, and saves what they do with their entry in the audit trail, all or nothing.</summary>
public sealed class QuestionDesk(PortalDbContext db, Sealer sealer, AuditTrail audit)
{
    public DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    /// <summary>The question, tracked, with its whole thread; null when it isn't there or is not for this person: both are answered with 404.</summary>
    public async Task<OpenedQuestion?> OpenAsync(Guid id, StaffIdentity person, CancellationToken cancellationToken)
    {
        // In two steps: asked in one, the database would go through all threads there have ever been.
        var threadId = await db.Questions.Where(question => question.Id == id).Select(question => question.ThreadId).FirstOrDefaultAsync(cancellationToken);
        var thread = threadId is null ? null : await db.QuestionThreads.Include(one => one.Questions).ThenInclude(question => question.Answer)
            .Include(one => one.Questions).ThenInclude(question => question.Topics).AsSplitQuery()
            .FirstOrDefaultAsync(one => one.Id == threadId, cancellationToken);
        if (thread?.Questions.FirstOrDefault(question => question.Id == id) is not { } found || !DeskAccess.MayRead(found, person))
        {
            return null;
        }

        return new OpenedQuestion(found, thread, new ThreadTexts(sealer.Open(QuestionThread.SealKind, thread.SealId, thread.Key)));
    }

    /// <summary>Whether the person may read it now.</summary>
    public async Task<bool> MayReadAsync(Guid id, StaffIdentity person, CancellationToken cancellationToken) =>
        await db.Questions.AsNoTracking().Include(question => question.Answer).FirstOrDefaultAsync(question => question.Id == id, cancellationToken) is { } found && DeskAccess.MayRead(found, person);

    /// <summary>Does one thing with the question and saves it. False when somebody else, or the asker, was first: nothing has happened then.</summary>
    /// <exception cref="InvalidOperationException">The question's state does not allow it.</exception>
    public async Task<bool> DoAsync(Question question, StaffIdentity person, string action, Action<Question> verb, CancellationToken cancellationToken, string detail = "")
    {
        var from = question.State;
        verb(question);
        Note(question, person, action, from, detail);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Adds the audit entry of a change that is about to be saved.</summary>
    public void Note(Question question, StaffIdentity? person, string action, QuestionState from, string detail = "") =>
        audit.Record(person, action, Question.SubjectOf(question.Id), detail.Length > 0 ? $"{from} → {question.State}: {detail}" : $"{from} → {question.State}");

    /// <summary>Saves; false when a row was changed by somebody else meanwhile.</summary>
    public Task<bool> SaveAsync(CancellationToken cancellationToken) => db.TrySaveAsync(cancellationToken);
}
