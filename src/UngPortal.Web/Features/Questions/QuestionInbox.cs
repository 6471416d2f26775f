using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions.Codes;
using UngPortal.Features.Safety;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Questions;

/// <summary>Takes in what young people ask: question, code, audit and notice in one save, and once however often the form is sent.</summary>
public sealed class QuestionInbox(PortalDbContext db, Sealer sealer, CodeHashing codes, CrisisDetector detector, AuditTrail audit)
{
    /// <summary>Keeps a first question under a new code. Returns its thread.</summary>
    public Task<Guid> AskAsync(FormKey form, AskerFacts asker, string text, CancellationToken cancellationToken) => AskAsync(form, CodeHashOf(form), asker, text, detector.Assess(text).Severity, cancellationToken);

    /// <summary>What the form's code will be known by: slow on purpose, and so asked for before others have to wait.</summary>
    public byte[] CodeHashOf(FormKey form) => codes.HashOf(codes.CodeOf(form));

    /// <summary>The same with the code's hash and what the detector says of the text at hand.</summary>
    public async Task<Guid> AskAsync(FormKey form, byte[] codeHash, AskerFacts asker, string text, Severity severity, CancellationToken cancellationToken)
    {
        // Nearly every form is new, so the save is tried before it is asked whether the form was sent already.
        var id = Guid.CreateVersion7(db.Time.GetUtcNow());
        var sealId = Sealer.NewId();
        var (key, seal) = sealer.New(QuestionThread.SealKind, sealId);
        using var texts = new ThreadTexts(seal);
        var thread = QuestionThread.Open(id, sealId, key, codeHash, asker, Now);
        db.QuestionThreads.Add(thread);
        Take(thread, form, text, severity, texts);
        return await SaveOnceAsync(form, cancellationToken) ?? id;
    }

    /// <summary>Keeps a follow-up in its thread. False when the thread takes none any more.</summary>
    public async Task<bool> FollowUpAsync(Guid threadId, FormKey form, string text, CancellationToken cancellationToken)
    {
        if (await ThreadOfAsync(form, cancellationToken) is not null)
        {
            return true;
        }

        var thread = await db.QuestionThreads.Include(one => one.Questions).ThenInclude(question => question.Topics).FirstOrDefaultAsync(one => one.Id == threadId, cancellationToken);
        if (thread?.TakesFollowUp(Now) != true)
        {
            return false;
        }

        using var texts = new ThreadTexts(sealer.Open(QuestionThread.SealKind, thread.SealId, thread.Key));
        var earlier = thread.Questions.Where(question => question.Role is not null).MaxBy(question => question.Number);
        var question = Take(thread, form, text, detector.Assess(text).Severity, texts);
        if (earlier is not null)
        {
            question.FollowUpOn(earlier, Now);
        }

        await SaveOnceAsync(form, cancellationToken);
        return true;
    }

    private DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    private Question Take(QuestionThread thread, FormKey form, string text, Severity severity, ThreadTexts texts)
    {
        var question = Question.Receive(Guid.CreateVersion7(db.Time.GetUtcNow()), thread, form.Hash, severity, Now);
        question.Keep(texts.SealText(question.Id, text));
        db.Questions.Add(question);
        audit.Record(null, "question-received", Question.SubjectOf(question.Id), $"{question.State} {question.Severity}");
        return question;
    }

    /// <summary>The thread of the question that the form became; empty when it is deleted, null when there is no such question.</summary>
    private async Task<Guid?> ThreadOfAsync(FormKey form, CancellationToken cancellationToken)
    {
        var hash = form.Hash;
        return await db.Questions.Where(question => question.FormKeyHash == hash).Select(question => (Guid?)(question.ThreadId ?? Guid.Empty)).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Two presses at the same moment: the unique hash lets one through. Returns the thread that the other press made.</summary>
    private async Task<Guid?> SaveOnceAsync(FormKey form, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await ThreadOfAsync(form, cancellationToken) is { } kept)
            {
                return kept;
            }

            throw;
        }
    }
}
