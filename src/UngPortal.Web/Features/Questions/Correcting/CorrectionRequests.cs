using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using UngPortal.Features.Accounts;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Features.Shared;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Mail;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Questions.Correcting;

/// <summary>Who mends an answer: what two people must read, its authors leave to somebody else, whom they can ask at once. Source: product/questions.md, "Review".</summary>
public sealed class CorrectionRequests(PortalDbContext db, QuestionDesk desk, ReviewRules rules, StaffOnDuty staff, MailPost post, IStringLocalizer<Ui> texts, IOptions<PublicAddress> site)
{
    /// <summary>Notes in the form who has to mend the answer, as it is to be, and what its author asked for.</summary>
    public async Task LookAsync(OpenedQuestion opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var question = opened.Question;
        form.Wish = opened.Texts.ReviewNoteOf(question.Answer!);
        if (DeskAccess.IsAuthor(question, person))
        {
            var expert = await db.Experts.AsNoTracking().FirstOrDefaultAsync(one => one.StaffId == person.Id, cancellationToken);
            form.IsForAnother = question.NeedsReviewFor is not null || rules.ReasonFor(opened, form.ToContent(), expert, isYouth: false) is not null;
        }
    }

    /// <summary>Keeps what the author wants mended with the answer, and mails those who may do it: never a word of the texts. False when somebody was first.</summary>
    public async Task<bool> AskAsync(OpenedQuestion opened, CorrectForm form, StaffIdentity person, CancellationToken cancellationToken)
    {
        var question = opened.Question;
        var isAskedAlready = question.Answer!.SealedReviewNote is not null;
        question.AskForCorrection(opened.Texts.SealReviewNote(question.Id, form.WishOver(opened.Content)));
        desk.Note(question, person, "question-correction-asked", question.State);
        foreach (var one in isAskedAlready ? [] : (await staff.WithAsync(DeskAccess.Correctors, cancellationToken)).Where(one => !question.Answer.AuthorIds.Contains(one.Id)))
        {
            var (subject, text) = MailLanguage.InBokmal(() => (texts["Correct_MailSubject"].Value, string.Join('\n', texts["Correct_Mail"].Value, "", site.Value.Absolute($"/admin/sporsmal/{question.Id}/rett"))));
            post.Post(one.Email, subject, text);
        }

        return await desk.SaveAsync(cancellationToken);
    }
}
