using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>What an expert has taken since the last hour's pause, and what is too much. Source: product/questions.md, "Well-being".</summary>
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
        var later = now;
        var taken = claims.TakeWhile(claim =>
        {
            var isSame = later - claim.At < Pause;
            later = claim.At;
            return isSame;
        }).Reverse().Select(claim => (claim.At, claim.Severity)).ToList();
        return new DeskSession(taken, breakNotedAt);
    }

    private List<(DateTime At, Severity Severity)> Since(DateTime? moment) => [.. Taken.Where(one => moment is null || one.At > moment)];
}
