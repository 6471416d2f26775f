using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Hands out the most urgent question that fits: pull, not browse. Two people never get the same one. Source: product/questions.md, "Pull, not browse".</summary>
public sealed class QuestionQueue(PortalDbContext db, QuestionDesk desk, RoleList roles)
{
    /// <summary>What the audit trail calls it.</summary>
    public const string Claimed = "question-claimed";

    /// <summary>How many of the most urgent are tried before the queue is asked again: colleagues reach for the same ones.</summary>
    private const int Tried = 8;

    private const int Rounds = 6;

    public enum Outcome
    {
        Taken,
        NothingFits,

        /// <summary>Only hard ones wait, and this session has had its share.</summary>
        OnlyHardOnes,
        NoProfile,
        Away,
        WeekIsFull,
        NeedsBreak,
        HasOneAlready,
    }

    /// <summary>The next question, claimed; or why there is none.</summary>
    public async Task<(Outcome Outcome, Guid? Id)> TakeNextAsync(StaffIdentity person, bool breakIsNoted, CancellationToken cancellationToken)
    {
        var expert = await db.Experts.Include(one => one.Absences).FirstOrDefaultAsync(one => one.StaffId == person.Id, cancellationToken);
        if (expert is null)
        {
            return (Outcome.NoProfile, null);
        }

        if (await HeldAsync(person, cancellationToken) is { } held)
        {
            return (Outcome.HasOneAlready, held);
        }

        var session = await DeskSession.OfAsync(db, person.Id, breakIsNoted ? desk.Now : expert.BreakNotedAt, cancellationToken);
        return expert.IsAway(OsloTime.DayOf(desk.Now)) ? (Outcome.Away, null)
            : session.NeedsBreak(desk.Now) ? (Outcome.NeedsBreak, null)
            : await IsWeekFullAsync(expert, cancellationToken) ? (Outcome.WeekIsFull, null)
            : await TakeAsync(person, await FittingAsync(person, expert, cancellationToken), session.TakesHard, breakIsNoted, cancellationToken);
    }

    private async Task<(Outcome Outcome, Guid? Id)> TakeAsync(StaffIdentity person, IQueryable<Question> fitting, bool takesHard, bool breakIsNoted, CancellationToken cancellationToken)
    {
        var allowed = takesHard ? fitting : fitting.Where(question => question.Severity == Severity.Green);
        for (var round = 0; round < Rounds; round++)
        {
            var ids = await allowed.OrderBy(question => question.Urgency).ThenBy(question => question.DueAt).Select(question => question.Id).Take(Tried).ToListAsync(cancellationToken);
            if (ids.Count == 0)
            {
                return (takesHard || !await fitting.AnyAsync(cancellationToken) ? Outcome.NothingFits : Outcome.OnlyHardOnes, null);
            }

            foreach (var id in ids)
            {
                if (await ClaimAsync(id, person, breakIsNoted, cancellationToken) is { } claimed)
                {
                    return claimed;
                }
            }
        }

        return (Outcome.NothingFits, null);
    }

    /// <summary>Claims it if it is still free: the row's version decides between two at the same moment, the profile's between two windows of one person. Null when somebody was first.</summary>
    private async Task<(Outcome Outcome, Guid? Id)?> ClaimAsync(Guid id, StaffIdentity person, bool breakIsNoted, CancellationToken cancellationToken)
    {
        // In this order: what another window takes after the profile was read makes the save below fail.
        var expert = await db.Experts.FirstAsync(one => one.StaffId == person.Id, cancellationToken);
        if (await HeldAsync(person, cancellationToken) is { } held)
        {
            return (Outcome.HasOneAlready, held);
        }

        var question = await db.Questions.Include(one => one.Answer).FirstOrDefaultAsync(one => one.Id == id, cancellationToken);
        if (question is null || !(question.State == QuestionState.Queued || IsLapsed(question)))
        {
            db.ChangeTracker.Clear();
            return null;
        }

        if (breakIsNoted)
        {
            expert.NoteBreak(desk.Now);
        }

        db.Entry(expert).Property(one => one.Version).IsModified = true;
        db.QuestionClaims.Add(new QuestionClaim { QuestionId = id, StaffId = person.Id, At = desk.Now, Severity = question.Severity });
        return await desk.DoAsync(question, person, Claimed, one => one.Claim(person.Id, desk.Now), cancellationToken) ? (Outcome.Taken, id) : null;
    }

    private Task<Guid?> HeldAsync(StaffIdentity person, CancellationToken cancellationToken) =>
        db.Questions.Where(question => question.ClaimedById == person.Id).Select(question => (Guid?)question.Id).FirstOrDefaultAsync(cancellationToken);

    private bool IsLapsed(Question question) => question.State is QuestionState.Claimed or QuestionState.Drafted && question.ClaimedUntil <= desk.Now;

    private async Task<IQueryable<Question>> FittingAsync(StaffIdentity person, Expert expert, CancellationToken cancellationToken)
    {
        var now = desk.Now;
        var isYouth = DeskAccess.IsYouth(person);
        var (own, languages) = (expert.RolesAs(isYouth), expert.Languages);
        var fitting = db.Questions.Where(question =>
            (question.State == QuestionState.Queued || ((question.State == QuestionState.Claimed || question.State == QuestionState.Drafted) && question.ClaimedUntil <= now))
            && own.Contains(question.Role) && languages.Contains(question.Language));
        fitting = expert.TakesHardCases ? fitting : fitting.Where(question => question.Severity != Severity.Red);
        if (!isYouth)
        {
            return fitting;
        }

        // A youth answerer gets light questions on few topics only.
        var topics = (await roles.FindAsync(AnsweringRole.YouthKey, cancellationToken))?.Topics ?? [];
        return fitting.Where(question => question.Severity == Severity.Green && question.JoinedCount == 0 && question.Topics.All(link => topics.Contains(link.Topic)));
    }

    private async Task<bool> IsWeekFullAsync(Expert expert, CancellationToken cancellationToken)
    {
        if (expert.WeeklyCapacity == 0)
        {
            return false;
        }

        var today = OsloTime.DayOf(desk.Now);
        var monday = OsloTime.StartOf(today.AddDays(-(((int)today.DayOfWeek + 6) % 7)));
        return await db.QuestionClaims.CountAsync(claim => claim.StaffId == expert.StaffId && claim.At >= monday, cancellationToken) >= expert.WeeklyCapacity;
    }
}
