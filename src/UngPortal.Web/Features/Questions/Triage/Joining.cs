using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Triage;

/// <summary>Lets one answer serve several who ask the same.</summary>
public sealed class Joining(PortalDbContext db, QuestionDesk desk)
{
    /// <summary>What the editor must see to first; null when nothing stands in the way.</summary>
    public async Task<string?> ProblemAsync(TriageForm form, CancellationToken cancellationToken) =>
        form.Alvor != Severity.Red || await HeadAsync(form.Sammen!.Value, cancellationToken) is not { } head ? null
            : head.Severity != Severity.Red ? "Together_RedWaits"
            : form.RodSammen ? null
            : "Together_RedUnticked";

    /// <summary>Keeps what the editor says of the question and answers it together with the other, or with the one that the other has joined. False when either has moved on meanwhile: then nothing has happened.</summary>
    public async Task<bool> JoinAsync(OpenedQuestion opened, TriageForm form, StaffIdentity person, CancellationToken cancellationToken) =>
        await HeadAsync(form.Sammen!.Value, cancellationToken) is { IsWhole: true } head && opened.Question.MayJoin(head, form.Alvor!.Value)
        && await desk.DoAsync(opened.Question, person, "question-joined", Step(head, form, person), cancellationToken, $"{head.Id:N} {form.Alvor}");

    private Action<Question> Step(Question head, TriageForm form, StaffIdentity person) => question =>
    {
        question.TakeBack();
        question.Triage(form.Alvor!.Value, form.Topics, person.Id, desk.Now);
        question.Join(head, form.RodSammen, desk.Now);
    };

    private async Task<Question?> HeadAsync(Guid otherId, CancellationToken cancellationToken) =>
        await db.QuestionsTogether.FirstOrDefaultAsync(question => question.Id == otherId, cancellationToken) is { } other ? other.Head ?? other : null;
}
