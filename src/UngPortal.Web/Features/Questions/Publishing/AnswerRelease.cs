using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Features.Answers;
using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Publishing;

/// <summary>Turns answered questions into public copies, or keeps them between the asker and us. Each step is one save.</summary>
public sealed class AnswerRelease(PortalDbContext db, QuestionDesk desk, AnswerPublishing publishing, AnswerRendering rendering, EatingNumbers numbers, IOptions<CapacityOptions> options)
{
    /// <summary>The one whose asker has had the answer longest, or the one behind that which was left; none that the person wrote.</summary>
    public async Task<Guid?> NextAsync(Guid? left, StaffIdentity person, CancellationToken cancellationToken)
    {
        var waiting = await db.Questions.Where(question => question.State == QuestionState.PublishReview).OrderBy(question => question.AnsweredAt).ThenBy(question => question.Id).Take(Pile.Most)
            .Select(question => new { question.Id, question.Answer!.AuthorIds }).ToListAsync(cancellationToken);
        return Pile.Next([.. waiting.Where(one => !one.AuthorIds.Contains(person.Id)).Select(one => one.Id)], left);
    }

    /// <summary>By how hard it is and by all its topics, and those that the copy gives it.</summary>
    public bool IsSensitive(OpenedQuestion opened, IEnumerable<string> more) => opened.IsHard || options.Value.AreSensitive(opened.Topics.Concat(more));

    /// <summary>What stands in the way of the copy.</summary>
    public PublishChecks ChecksOf(OpenedQuestion opened, PublishForm form, IReadOnlySet<string> topics) => PublishChecks.Of(form, topics, opened.Topics, IsSensitive(opened, form.Topics), rendering, numbers);

    /// <summary>What the form asks for: makes the copy public, or keeps it private. False when somebody else was first, or the asker took the question back.</summary>
    public Task<bool> DoAsync(OpenedQuestion opened, PublishForm form, StaffIdentity person, CancellationToken cancellationToken) => form.Steg == "privat"
        ? desk.DoAsync(opened.Question, person, "question-kept-private", question => question.KeepPrivate(), cancellationToken, $"{form.Privat}")
        : PublishAsync(opened, form, person, cancellationToken);

    private async Task<bool> PublishAsync(OpenedQuestion opened, PublishForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var question = opened.Question;
        var from = question.State;
        try
        {
            await publishing.PublishAsync(
                form.ToDraft(question, opened.Thread.Gender),
                person,
                answer =>
                {
                    question.Publish(answer.PublicId);
                    desk.Note(question, person, "question-published", from);
                },
                cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
