using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>Mends answers after somebody could read them, and takes public copies down: for the asker and for everybody in one save. Source: product/questions.md, "Take-down and correction".</summary>
public sealed class Corrections(PortalDbContext db, QuestionDesk desk, AnswerPublishing publishing)
{
    /// <summary>The question that a public copy was made of, while its asker still has the code; null for all others.</summary>
    public async Task<OpenedQuestion?> OpenAsync(int publicId, StaffIdentity person, CancellationToken cancellationToken) =>
        await db.Questions.Where(question => question.PublicId == publicId && question.ThreadId != null && question.DeclinedFor == null).Select(question => (Guid?)question.Id).FirstOrDefaultAsync(cancellationToken) is { } id
            ? await desk.OpenAsync(id, person, cancellationToken) : null;

    /// <summary>Mends an answer that only its asker reads.</summary>
    public Task<bool> CorrectPrivateAsync(OpenedQuestion opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken) =>
        desk.DoAsync(opened.Question, person, "question-corrected", question => Mend(opened, question, form, person), cancellationToken);

    /// <summary>Mends a public answer, and the asker's own where there still is one. False when somebody was first.</summary>
    public async Task<bool> CorrectPublicAsync(int publicId, AnswerDraft draft, OpenedQuestion? opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var content = form.ToContent();
        if (opened is null)
        {
            await MendJoinedAsync(publicId, form, person, cancellationToken);
        }

        return await TogetherAsync(
            opened,
            person,
            "question-corrected",
            question => Mend(opened!, question, form, person),
            () => publishing.CorrectAsync(publicId, draft with { Answer = content.ToSections(), Facts = draft.Facts with { Related = content.Articles, Services = content.Services } }, form.Note, person, cancellationToken));
    }

    /// <summary>Takes the public copy off the site; the asker's page says so. False when somebody was first.</summary>
    public Task<bool> TakeDownAsync(int publicId, OpenedQuestion? opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken) =>
        TogetherAsync(opened, person, "question-taken-down", question => question.TakeDown(), () => publishing.TakeDownAsync(publicId, form.Why, person, cancellationToken));

    private async Task<bool> TogetherAsync(OpenedQuestion? opened, StaffIdentity person, string action, Action<Question> verb, Func<Task<bool>> publish)
    {
        if (opened is not null)
        {
            var from = opened.Question.State;
            verb(opened.Question);
            desk.Note(opened.Question, person, action, from);
        }

        try
        {
            return await publish();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The head's thread is over its time, but not those of all that got its answer.</summary>
    private async Task MendJoinedAsync(int publicId, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var head = await db.Questions.Where(question => question.PublicId == publicId && question.DeclinedFor == null && question.JoinedCount > 0).Select(question => (Guid?)question.Id).FirstOrDefaultAsync(cancellationToken);
        var joined = head is { } id ? await desk.OpenJoinedAsync(id, cancellationToken) : [];
        MendAll(joined, form, person);
        foreach (var one in joined)
        {
            one.Dispose();
        }
    }

    private void Mend(OpenedQuestion opened, Question question, CorrectForm form, StaffIdentity person)
    {
        question.Correct(opened.Texts.SealContent(question.Id, form.ToContent()), opened.Texts.SealCorrection(question.Id, form.Note), desk.Now);
        MendAll(opened.Joined, form, person);
    }

    /// <summary>Whoever got the same answer gets the same correction.</summary>
    private void MendAll(IReadOnlyList<OpenedQuestion> joined, CorrectForm form, StaffIdentity person)
    {
        foreach (var one in joined)
        {
            var from = one.Question.State;
            Mend(one, one.Question, form, person);
            desk.Note(one.Question, person, "question-corrected", from);
        }
    }
}
