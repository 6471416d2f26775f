using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Averting;

/// <summary>Tells safeguarding officers, within minutes, that nobody has documented in time what a colleague did alone. Each case once.</summary>
public sealed partial class LateSeconds(IServiceScopeFactory scopes, TimeProvider time, ILogger<LateSeconds> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Tells of those that are late. Returns how many there were; of two nodes at once the rows' versions let one through.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = time.GetUtcNow().UtcDateTime;
        var late = await db.AvertingCases.Where(one => one.State == CaseState.ActedAlone && one.SecondDueAt <= now && one.ToldLateAt == null).ToListAsync(cancellationToken);
        foreach (var one in late)
        {
            one.NoteToldLate(now);
            await scope.ServiceProvider.GetRequiredService<CaseMails>().PostAsync(one, null, cancellationToken);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return late.Count;
        }
        catch (DbUpdateConcurrencyException)
        {
            return 0; // The second person came just now, or another node was first: the next beat looks again.
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, RunAsync, LogPostponed, stoppingToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alerts about averting could not be sent ({Problem}); trying again.")]
    private partial void LogPostponed(string problem);
}
