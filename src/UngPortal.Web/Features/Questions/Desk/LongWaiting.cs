using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Finds what was sorted and yet may be left behind: half of its time is used, or it fits nobody who answers today. Source: product/questions.md, "Priority".</summary>
public sealed class LongWaiting(PortalDbContext db, AnswerersToday answerers)
{
    public const int Most = 50;

    /// <summary>The most urgent first. What somebody has in hand is not among them, nor what waits for its asker until it is late.</summary>
    public async Task<IReadOnlyList<DeskRow>> ReadAsync(CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var cover = await answerers.ReadAsync(cancellationToken);
        var (any, takesRed, topics) = (cover.Any, cover.Red, cover.YouthTopics);
        var (red, yellow, green) = (HalfUsed(Severity.Red, now), HalfUsed(Severity.Yellow, now), HalfUsed(Severity.Green, now));
        // That it is open stands first and by itself: the index on states then finds the few among all there have ever been.
        var found = await db.Questions
            .Where(question => question.State < QuestionState.Answered && (question.State == QuestionState.Queued || (question.State == QuestionState.NeedsMore && question.DueAt <= now)
                || ((question.State == QuestionState.Claimed || question.State == QuestionState.Drafted) && question.ClaimedUntil <= now)))
            .Select(question => new
            {
                question.Id,
                question.Severity,
                question.Urgency,
                question.DueAt,
                FitsNobody = question.State != QuestionState.NeedsMore
                    && (!any.Contains(question.Role + " " + question.Language) || (question.Severity == Severity.Red && !takesRed.Contains(question.Role + " " + question.Language))
                        || (question.Role == AnsweringRole.YouthKey && (question.Severity != Severity.Green || question.JoinedCount > 0 || question.Topics.Any(link => !topics.Contains(link.Topic))))),
            })
            .Where(one => one.FitsNobody || one.DueAt <= red || (one.Severity != Severity.Red && one.DueAt <= yellow) || (one.Severity == Severity.Green && one.DueAt <= green))
            .OrderBy(one => one.Urgency).ThenBy(one => one.DueAt).Take(Most).Select(one => new { one.Id, one.FitsNobody }).ToListAsync(cancellationToken);
        var ids = found.ConvertAll(one => one.Id);
        var rows = await db.Questions.Where(question => ids.Contains(question.Id)).Select(DeskRow.Of).ToDictionaryAsync(row => row.Id, cancellationToken);
        return [.. found.Where(one => rows.ContainsKey(one.Id)).Select(one => rows[one.Id] with { FitsNobody = one.FitsNobody })];
    }

    /// <summary>What is due until then has used the first warning's part of its time.</summary>
    private static DateTime HalfUsed(Severity severity, DateTime now) => now + (QuestionTargets.Of(severity).Answer * (1 - QuestionTargets.Warnings[0]));
}
