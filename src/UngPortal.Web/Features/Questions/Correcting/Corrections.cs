using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>Mends answers after somebody could read them, and takes public copies down: for the asker and for everybody in one save. Source: product/questions.md, "Take-down and correction".</summary>
public sealed class Corrections(PortalDbContext db, QuestionDesk desk, AnswerPublishing publishing)
{
    /// <summary>The question that a public copy was made of, with those that got the same answer; where its own thread is over its time, the first of those. Null when no asker has a code to it, and for all others.</summary>
    public async Task<OpenedQuestion?> OpenAsync(int publicId, StaffIdentity person, CancellationToken cancellationToken)
    {
        var copied = await db.Questions.Where(question => question.PublicId == publicId && question.DeclinedFor == null).Select(question => new { question.Id, question.ThreadId, question.JoinedCount }).FirstOrDefaultAsync(cancellationToken);
        return copied switch
        {
            { ThreadId: not null } => await desk.OpenAsync(copied.Id, person, cancellationToken),
            { JoinedCount: > 0 } => await OpenLeftAsync(copied.Id, person, cancellationToken),
            _ => null,
        };
    }

    /// <summary>A question whose answer the person may mend; one that had joined another, with the others that had. Null for all others.</summary>
    public async Task<OpenedQuestion?> OpenOwnAsync(Guid id, StaffIdentity person, CancellationToken cancellationToken)
    {
        var opened = await desk.OpenAsync(id, person, cancellationToken);
        if (opened is null || !DeskAccess.MayCorrect(opened.Question, person))
        {
            opened?.Dispose();
            return null;
        }

        return opened.Question.HeadId is { } headId ? opened.With(await desk.OpenJoinedAsync(headId, id, cancellationToken)) : opened;
    }

    /// <summary>Where an answer is mended: with its public copy, or with the answer that it is a copy of; by itself when it is neither, or no longer.</summary>
    public async Task<string> PathOfAsync(Question question, CancellationToken cancellationToken)
    {
        var written = question.Head ?? question;
        return written.PublicId is { } publicId && await publishing.DraftOfAsync(publicId, cancellationToken) is not null ? $"/admin/sporsmal/svar/{publicId}"
            : written.ThreadId is not null ? $"/admin/sporsmal/{written.Id}/rett"
            : $"/admin/sporsmal/{question.Id}/rett";
    }

    /// <summary>Mends an answer that only its asker reads.</summary>
    public Task<bool> CorrectPrivateAsync(OpenedQuestion opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken) =>
        desk.DoAsync(opened.Question, person, "question-corrected", question => Mend(opened, question, form, person), cancellationToken);

    /// <summary>Mends a public answer, and the asker's own where there still is one. False when somebody was first.</summary>
    public Task<bool> CorrectPublicAsync(int publicId, AnswerDraft draft, OpenedQuestion? opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var content = form.ToContent();
        return TogetherAsync(
            opened,
            person,
            "question-corrected",
            question => Mend(opened!, question, form, person),
            () => publishing.CorrectAsync(publicId, draft with { Answer = content.ToSections(), Facts = draft.Facts with { Related = content.Articles, Services = content.Services } }, form.Note, person, cancellationToken));
    }

    /// <summary>Takes the public copy off the site; the asker's page says so. False when somebody was first.</summary>
    public Task<bool> TakeDownAsync(int publicId, OpenedQuestion? opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken) =>
        TogetherAsync(opened?.Question.PublicId is null ? null : opened, person, "question-taken-down", question => question.TakeDown(), () => publishing.TakeDownAsync(publicId, form.Why, person, cancellationToken));

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

    /// <summary>Of those that had joined a question, the first that still has its thread, with the others. All of them have the same authors.</summary>
    private async Task<OpenedQuestion?> OpenLeftAsync(Guid headId, StaffIdentity person, CancellationToken cancellationToken)
    {
        var left = await desk.OpenJoinedAsync(headId, null, cancellationToken);
        if (left.Count == 0 || DeskAccess.MayCorrect(left[0].Question, person))
        {
            return left.Count == 0 ? null : left[0].With([.. left.Skip(1)]);
        }

        left.ToList().ForEach(one => one.Dispose());
        return null;
    }

    private void Mend(OpenedQuestion opened, Question question, CorrectForm form, StaffIdentity person)
    {
        question.Correct(opened.Texts.SealContent(question.Id, form.ToContent()), opened.Texts.SealCorrection(question.Id, form.Note), desk.Now);
        // Whoever got the same answer gets the same correction.
        foreach (var one in opened.Joined)
        {
            var from = one.Question.State;
            Mend(one, one.Question, form, person);
            desk.Note(one.Question, person, "question-corrected", from);
        }
    }
}
