using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Experts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Digests;

/// <summary>What waits this morning, counted once for everybody.</summary>
public sealed record DigestCounts(DeskCounts Desk, int Overdue, IReadOnlyList<DigestCounts.Pile> Queued, IReadOnlyDictionary<int, int> Begun, IReadOnlyDictionary<int, int> InReview)
{
    public static async Task<DigestCounts> ReadAsync(PortalDbContext db, string[] youthTopics, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        // What nobody has in hand: the queue, and claims that ran out.
        var free = db.Questions.Where(question => question.Role != null
            && (question.State == QuestionState.Queued || ((question.State == QuestionState.Claimed || question.State == QuestionState.Drafted) && question.ClaimedUntil <= now)));
        var all = await free.GroupBy(question => new { question.Role, question.Language, IsRed = question.Severity == Severity.Red })
            .Select(group => new Pile(group.Key.Role!, group.Key.Language, group.Key.IsRed, false, group.Count())).ToListAsync(cancellationToken);
        var light = await free.Where(question => question.Severity == Severity.Green && question.JoinedCount == 0 && question.Topics.All(link => youthTopics.Contains(link.Topic))).GroupBy(question => new { question.Role, question.Language })
            .Select(group => new Pile(group.Key.Role!, group.Key.Language, false, true, group.Count())).ToListAsync(cancellationToken);
        return new DigestCounts(
            await DeskCounts.OfAsync(db, cancellationToken),
            await db.Questions.CountAsync(question => question.State < QuestionState.Answered && question.State != QuestionState.Joined && question.State != QuestionState.NeedsMore && question.DueAt <= now, cancellationToken),
            [.. all, .. light],
            await db.Questions.Where(question => question.ClaimedById != null).GroupBy(question => question.ClaimedById!.Value).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken),
            await db.Questions.Where(question => question.State == QuestionState.InReview).GroupBy(question => question.Answer!.AuthorId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken));
    }

    /// <summary>What the queue would hand the expert.</summary>
    public int QueuedFor(Expert expert, bool isYouth) => Queued
        .Where(pile => pile.IsForYouth == isYouth && (expert.TakesHardCases || !pile.IsRed) && expert.RolesAs(isYouth).Contains(pile.Role) && expert.Languages.Contains(pile.Language)).Sum(pile => pile.Count);

    public int ToReadFor(int staffId) => InReview.Where(pair => pair.Key != staffId).Sum(pair => pair.Value);

    public sealed record Pile(string Role, string Language, bool IsRed, bool IsForYouth, int Count);
}
