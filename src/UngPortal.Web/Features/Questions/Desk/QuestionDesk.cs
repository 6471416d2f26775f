using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Opens questions for those who may read them, and saves what they do with their entry in the audit trail, all or nothing.</summary>
public sealed class QuestionDesk(PortalDbContext db, Sealer sealer, QuestionSteps steps)
{
    public DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    /// <summary>The question, tracked, with its whole thread and those that have joined it; null when it isn't there or is not for this person: both are answered with 404.</summary>
    public Task<OpenedQuestion?> OpenAsync(Guid id, StaffIdentity person, CancellationToken cancellationToken) => OpenAsync(id, question => DeskAccess.MayRead(question, person, Now), cancellationToken);

    /// <summary>The same on behalf of somebody who could read it a while ago: the caller has the proof.</summary>
    internal Task<OpenedQuestion?> OpenUncheckedAsync(Guid id, CancellationToken cancellationToken) => OpenAsync(id, _ => true, cancellationToken);

    /// <summary>Those that have joined a question, all or all but one, for as long as their askers have their codes; the one that was asked first comes first.</summary>
    public async Task<IReadOnlyList<OpenedQuestion>> OpenJoinedAsync(Guid headId, Guid? except, CancellationToken cancellationToken)
    {
        var ids = await db.Questions.Where(question => question.HeadId == headId && question.Id != except && question.ThreadId != null).Select(question => question.ThreadId!.Value).ToListAsync(cancellationToken);
        var threads = ids.Count == 0 ? [] : await ThreadsAsync(ids, cancellationToken);
        return [.. threads.SelectMany(thread => thread.Questions.Where(question => question.HeadId == headId).Select(question => Open(question, thread, []))).OrderBy(one => one.Question.AskedAt)];
    }

    /// <summary>Whether the person may read it now.</summary>
    public async Task<bool> MayReadAsync(Guid id, StaffIdentity person, CancellationToken cancellationToken) =>
        await db.Questions.AsNoTracking().Include(question => question.Answer).Include(question => question.Head!.Answer).FirstOrDefaultAsync(question => question.Id == id, cancellationToken) is { } found && DeskAccess.MayRead(found, person, Now);

    /// <summary>Does one thing with the question and saves it. False when somebody else, or the asker, was first: nothing has happened then.</summary>
    /// <exception cref="InvalidOperationException">The question's state does not allow it.</exception>
    public Task<bool> DoAsync(Question question, StaffIdentity person, string action, Action<Question> verb, CancellationToken cancellationToken, string detail = "")
    {
        steps.Do(question, person, action, verb, detail);
        return SaveAsync(cancellationToken);
    }

    /// <summary>"Skill fra hverandre": it is answered by itself again.</summary>
    public Task<bool> PartAsync(Question joined, StaffIdentity person, CancellationToken cancellationToken) => DoAsync(joined, person, "question-parted", one => one.Part(), cancellationToken);

    /// <inheritdoc cref="QuestionSteps.Note" />
    public void Note(Question question, StaffIdentity? person, string action, QuestionState from, string detail = "") => steps.Note(question, person, action, from, detail);

    /// <summary>Saves; false when a row was changed by somebody else meanwhile.</summary>
    public Task<bool> SaveAsync(CancellationToken cancellationToken) => db.TrySaveAsync(cancellationToken);

    private async Task<OpenedQuestion?> OpenAsync(Guid id, Func<Question, bool> mayRead, CancellationToken cancellationToken)
    {
        var opened = await ReadAsync(id, mayRead, cancellationToken);
        if (opened is null || opened.Question.IsWhole)
        {
            return opened;
        }

        // Somebody joined it, or parted from it, while it was read.
        opened.Dispose();
        db.ChangeTracker.Clear();
        return await ReadAsync(id, mayRead, cancellationToken);
    }

    private async Task<OpenedQuestion?> ReadAsync(Guid id, Func<Question, bool> mayRead, CancellationToken cancellationToken)
    {
        // In two steps: asked in one, the database would go through all threads there have ever been.
        var found = await db.QuestionsTogether.Include(question => question.Head!.Answer).FirstOrDefaultAsync(question => question.Id == id, cancellationToken);
        var thread = found?.ThreadId is { } threadId ? (await ThreadsAsync([threadId], cancellationToken)).FirstOrDefault() : null;
        if (found is null || thread is null || !mayRead(found))
        {
            return null;
        }

        return Open(found, thread, found.JoinedCount > 0 ? await OpenJoinedAsync(id, null, cancellationToken) : []);
    }

    private Task<List<QuestionThread>> ThreadsAsync(List<Guid> ids, CancellationToken cancellationToken) => db.QuestionThreads
        .Include(one => one.Questions).ThenInclude(question => question.Answer).Include(one => one.Questions).ThenInclude(question => question.Topics).AsSplitQuery()
        .Where(one => ids.Contains(one.Id)).ToListAsync(cancellationToken);

    private OpenedQuestion Open(Question question, QuestionThread thread, IReadOnlyList<OpenedQuestion> joined) =>
        new(question, thread, new ThreadTexts(sealer.Open(QuestionThread.SealKind, thread.SealId, thread.Key)), joined);
}
