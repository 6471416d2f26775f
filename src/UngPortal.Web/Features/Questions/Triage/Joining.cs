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
    public async Task<string?> ProblemAsync(OpenedQuestion opened, Guid otherId, bool redIsChosen, CancellationToken cancellationToken) =>
        opened.Question.Severity != Severity.Red || await HeadAsync(otherId, cancellationToken) is not { } head ? null
            : head.Severity != Severity.Red ? "Together_RedWaits"
            : redIsChosen ? null
            : "Together_RedUnticked";

    /// <summary>Answers the question together with the other, or with the one that the other has joined. False when either has moved on meanwhile: then nothing has happened.</summary>
    public async Task<bool> JoinAsync(OpenedQuestion opened, Guid otherId, bool redIsChosen, StaffIdentity person, CancellationToken cancellationToken) =>
        await HeadAsync(otherId, cancellationToken) is { } head && opened.Question.MayJoin(head)
        && await desk.DoAsync(opened.Question, person, "question-joined", question => question.Join(head, redIsChosen, desk.Now), cancellationToken, $"{head.Id:N}");

    private async Task<Question?> HeadAsync(Guid otherId, CancellationToken cancellationToken) =>
        await db.QuestionsTogether.FirstOrDefaultAsync(question => question.Id == otherId, cancellationToken) is { } other ? other.Head ?? other : null;
}
