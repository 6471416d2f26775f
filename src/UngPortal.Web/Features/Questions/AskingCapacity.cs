using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions;

/// <summary>Whether questions are taken in just now. Source: product/questions.md, "Capacity".</summary>
public sealed class AskingCapacity(PortalDbContext db, ClosingCalendar closings, IOptions<CapacityOptions> options)
{
    private const int DaysLookedAt = 7;

    /// <summary>The period that is going on; null on ordinary days.</summary>
    public ValueTask<ClosingPeriod?> ClosedNowAsync(CancellationToken cancellationToken) => closings.AtAsync(db.Time.GetUtcNow().UtcDateTime, cancellationToken);

    /// <summary>Whether what waits under the topic would take too many days at the pace of the last week.</summary>
    public async Task<bool> IsPausedAsync(string topic, CancellationToken cancellationToken)
    {
        // Until triage a question has the asker's own topic. Counted apart: together the database would look into the thread of every open question.
        var waiting = await db.Questions.CountAsync(question => question.State < QuestionState.Answered && question.State != QuestionState.Joined && question.Topics.Any(link => link.Topic == topic), cancellationToken)
            + await db.Questions.CountAsync(
                question => (question.State == QuestionState.Received || question.State == QuestionState.SafeguardingHold) && question.TriagedAt == null
                    && db.Set<QuestionThread>().Any(thread => thread.Id == question.ThreadId && thread.Topic == topic),
                cancellationToken);
        if (waiting < options.Value.ThrottleFrom)
        {
            return false;
        }

        var since = db.Time.GetUtcNow().UtcDateTime.AddDays(-DaysLookedAt);
        var answered = await db.Questions.CountAsync(question => question.AnsweredAt >= since && question.HeadId == null && question.Topics.Any(link => link.Topic == topic), cancellationToken);
        return waiting * DaysLookedAt > answered * options.Value.ThrottleDays;
    }
}
