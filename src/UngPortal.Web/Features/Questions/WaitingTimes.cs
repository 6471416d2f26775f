using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions;

/// <summary>How long answers have taken lately, asked of the database at most every five minutes. Source: product/questions.md, "Endings".</summary>
public sealed class WaitingTimes(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Fewer answers say nothing of what is to come.</summary>
    public const int FewestAnswers = 10;

    private static readonly TimeSpan Looked = TimeSpan.FromDays(7);
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(5);
    private const double Most = 0.9;

    private (DateTimeOffset At, Waiting? Found) _last;

    /// <summary>Median and 90th percentile of the last seven days; null where too little was answered, or the database is away.</summary>
    public async Task<Waiting?> OfLatelyAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var last = _last;
        if (last.At + KeptFor > now)
        {
            return last.Found;
        }

        await using var scope = scopes.CreateAsyncScope();
        var since = (now - Looked).UtcDateTime;
        var spans = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Questions
            .Where(question => question.AnsweredAt >= since).Select(question => new { question.AskedAt, question.AnsweredAt }).ToListAsync(cancellationToken);
        var sorted = spans.Select(span => span.AnsweredAt!.Value - span.AskedAt).Order().ToList();
        var found = sorted.Count < FewestAnswers ? null : new Waiting(At(sorted, 0.5), At(sorted, Most));
        _last = (now, found);
        return found;
    }

    /// <summary>The smallest value that at least that part of all stay within.</summary>
    private static TimeSpan At(List<TimeSpan> sorted, double part) => sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * part) - 1)];

    public sealed record Waiting(TimeSpan Median, TimeSpan NinetiethPercentile);
}
