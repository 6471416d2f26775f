using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Agreements;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Answering;

/// <summary>How an answer goes out, from its author and from a second reader; each is one save with its audit entry.</summary>
public sealed class AnswerSending(PortalDbContext db, QuestionDesk desk, ReviewRules rules, AnswerCredit credit)
{
    /// <summary>Sends the answer on: to the asker, or to a second reader where the rules ask for one.</summary>
    public async Task<bool> SendAsync(OpenedQuestion opened, AnswerContent content, StaffIdentity person, CancellationToken cancellationToken)
    {
        var question = opened.Question;
        var expert = await db.Experts.FirstOrDefaultAsync(one => one.StaffId == person.Id, cancellationToken);
        var from = question.State;
        question.Write(opened.Texts.SealContent(question.Id, content), person.Id, desk.Now);
        var reason = rules.ReasonFor(opened, content, expert, DeskAccess.IsYouth(person));
        question.CountFor(await credit.OrganisationOfAsync(person, cancellationToken));
        question.Submit(person.Id, reason, desk.Now);
        if (reason is null)
        {
            await GiveAsync(opened, person, cancellationToken);
        }

        desk.Note(question, person, "question-submitted", from, reason is null ? "" : $"{reason}");
        return await desk.SaveAsync(cancellationToken);
    }

    /// <summary>A second reader lets it go out, with what they mended in it.</summary>
    public async Task<bool> ApproveAsync(OpenedQuestion opened, StaffIdentity person, CancellationToken cancellationToken)
    {
        var from = opened.Question.State;
        opened.Question.Approve(person.Id, desk.Now);
        await GiveAsync(opened, person, cancellationToken);
        desk.Note(opened.Question, person, "question-approved", from);
        return await desk.SaveAsync(cancellationToken);
    }

    /// <summary>The asker can read it from now on; and whether others may is the next question.</summary>
    private async Task GiveAsync(OpenedQuestion opened, StaffIdentity person, CancellationToken cancellationToken)
    {
        opened.Thread.NoteAnswer(desk.Now);
        GiveJoined(opened, person);
        var author = opened.Question.Answer!.AuthorId;
        if (await db.Experts.FirstOrDefaultAsync(one => one.StaffId == author, cancellationToken) is { } expert)
        {
            expert.NoteAnswer();
        }

        // The answer may hold what any of them wrote.
        if (opened.Thread.MayPublish && opened.Joined.All(one => one.Thread.MayPublish) && opened.Question.Severity != Severity.Red)
        {
            opened.Question.OfferForPublishing();
        }
        else
        {
            opened.Question.KeepPrivate();
        }
    }

    /// <summary>Everybody who waited for the same answer gets it in the same save, sealed under the own thread's key.</summary>
    private void GiveJoined(OpenedQuestion opened, StaffIdentity person)
    {
        foreach (var one in opened.Joined)
        {
            one.Question.AnswerWith(opened.Question, one.Texts.SealContent(one.Question.Id, opened.Content), desk.Now);
            one.Thread.NoteAnswer(desk.Now);
            desk.Note(one.Question, person, "question-answered-together", QuestionState.Joined);
        }
    }
}
