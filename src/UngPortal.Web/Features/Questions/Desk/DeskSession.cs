using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>What an expert has taken since the last hour without work, and what is too much. Source: product/questions.md, "Well-being".</summary>
public sealed record DeskSession(IReadOnlyList<(DateTime At, Severity Severity)> Taken, DateTime? BreakNotedAt)
{
    public static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    public static readonly TimeSpan BreakAfter = TimeSpan.FromMinutes(45);
    public const int RedInARow = 3;
    private const double MostHard = 0.4;
    private const int LongestHours = 12;

    /// <summary>Whether one more hard question keeps within the limit; the first one always may.</summary>
    public bool TakesHard => Taken.Count(one => one.Severity != Severity.Green) + 1 <= Math.Max(1, (int)Math.Floor(MostHard * (Taken.Count + 1)));

    public bool NeedsBreak(DateTime now) =>
        Since(BreakNotedAt) is [var first, ..] since
        && (now - (BreakNotedAt > first.At ? BreakNotedAt.Value : first.At) >= BreakAfter || (since.Count >= RedInARow && since.TakeLast(RedInARow).All(one => one.Severity == Severity.Red)));

    public static async Task<DeskSession> OfAsync(PortalDbContext db, int staffId, DateTime? breakNotedAt, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var from = now.AddHours(-LongestHours);
        var claims = await db.QuestionClaims.Where(claim => claim.StaffId == staffId && claim.At >= from).OrderByDescending(claim => claim.At)
            .Select(claim => new { claim.At, claim.Severity }).ToListAsync(cancellationToken);
        var worked = claims.Count == 0 ? [] : await WorkedAsync(db, staffId, from, cancellationToken);
        var later = now;
        var taken = claims.TakeWhile(claim =>
        {
            // The pause is from the last that was done with what was taken, not from the taking.
            var isSame = later - worked.Where(at => at <= later).Append(claim.At).Max() < Pause;
            later = claim.At;
            return isSame;
        }).Reverse().Select(claim => (claim.At, claim.Severity)).ToList();
        return new DeskSession(taken, breakNotedAt);
    }

    /// <summary>When the expert did something with a question: each step, and the last time each draft was kept.</summary>
    private static async Task<List<DateTime>> WorkedAsync(PortalDbContext db, int staffId, DateTime from, CancellationToken cancellationToken)
    {
        // Taking is no work yet: it would stand at the very end of the pause before it.
        var steps = await db.AuditEntries.Where(entry => entry.ActorId == staffId && entry.At >= from && entry.Action.StartsWith("question-") && entry.Action != QuestionQueue.Claimed).Select(entry => entry.At).ToListAsync(cancellationToken);
        var drafts = await db.Set<QuestionAnswer>().Where(answer => answer.AuthorId == staffId && answer.WrittenAt >= from).Select(answer => answer.WrittenAt).ToListAsync(cancellationToken);
        return [.. steps, .. drafts];
    }

    private List<(DateTime At, Severity Severity)> Since(DateTime? moment) => [.. Taken.Where(one => moment is null || one.At > moment)];
}
