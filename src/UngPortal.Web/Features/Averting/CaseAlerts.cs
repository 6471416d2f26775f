using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Averting;

/// <summary>Tells again of cases that stand still, until they move: whoever was to act may be away, and a life may depend on it. Source: product/safety.md, "Duty to avert".</summary>
public sealed partial class CaseAlerts(IServiceScopeFactory scopes, IOptions<AvertingOptions> options, TimeProvider time, ILogger<CaseAlerts> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Tells of those that have stood too long. Returns how many there were; of two nodes at once the rows' versions let one through.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow().UtcDateTime;
        var (waited, decided) = (now.AddHours(-options.Value.AlertHours), now.AddHours(-options.Value.DecidedHours));
        var still = await db.AvertingCases.Include(one => one.Entries).Where(one =>
            (one.State < CaseState.Decided && one.State != CaseState.ActedAlone && (one.ToldLateAt ?? one.Entries.Max(entry => entry.At)) <= waited)
            || (one.State == CaseState.ActedAlone && one.SecondDueAt <= now && (one.ToldLateAt == null || one.ToldLateAt <= waited))
            || (one.State == CaseState.Decided && (one.ToldLateAt ?? one.Entries.Max(entry => entry.At)) <= decided)).ToListAsync(cancellationToken);
        foreach (var one in still)
        {
            await scope.ServiceProvider.GetRequiredService<CaseMails>().PostAgainAsync(one, cancellationToken);
            one.NoteToldLate(now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return still.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0; // Somebody acted just now, or another node was first: the next beat looks again.
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, RunAsync, LogPostponed, stoppingToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alerts about averting could not be sent ({Problem}); trying again.")]
    private partial void LogPostponed(string problem);
}
