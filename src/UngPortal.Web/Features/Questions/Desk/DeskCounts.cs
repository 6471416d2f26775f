using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>What waits at the desk, counted by state.</summary>
public sealed record DeskCounts(int ToSort, int RedToSort, int Held, int Queued, int RedQueued, int InReview, int ToPublish)
{
    public static async Task<DeskCounts> OfAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // The urgency says what is Red too, and stands in the queue's index: no row is read.
        var counts = await db.Questions.Where(question => question.State < QuestionState.Answered || question.State == QuestionState.PublishReview)
            .GroupBy(question => new { question.State, IsRed = question.Urgency <= QuestionTargets.LastRedUrgency })
            .Select(group => new { group.Key.State, group.Key.IsRed, Count = group.Count() }).ToListAsync(cancellationToken);
        int Of(params QuestionState[] states) => counts.Where(row => states.Contains(row.State)).Sum(row => row.Count);
        int RedOf(params QuestionState[] states) => counts.Where(row => row.IsRed && states.Contains(row.State)).Sum(row => row.Count);
        QuestionState[] toSort = [QuestionState.Received, QuestionState.Triaged, QuestionState.Rerouted];
        return new DeskCounts(Of(toSort), RedOf(toSort), Of(QuestionState.SafeguardingHold), Of(QuestionState.Queued), RedOf(QuestionState.Queued), Of(QuestionState.InReview), Of(QuestionState.PublishReview));
    }
}
