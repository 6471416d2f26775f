using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Caching;

/// <summary>Writes down each minute how often what was read on this node. Of who read it nothing is known.</summary>
/// <param name="readings">Where they are counted.</param>
/// <param name="scopes">Give each minute a database of its own.</param>
/// <param name="time">Tells which day it is, and when a minute is over.</param>
/// <param name="logger">Hears when a minute could not be kept.</param>
/// <param name="beginning">How the names begin of what is written here.</param>
public abstract partial class KeptReadings(PageReadings readings, IServiceScopeFactory scopes, TimeProvider time, ILogger logger, string beginning) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Adds what was counted since last time. What can't be kept now is kept for the next minute.</summary>
    /// <param name="cancellationToken">Ends it; what was counted stays counted.</param>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var counts = readings.Take(beginning);
        try
        {
            if (counts.Count > 0)
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                await db.InTransactionAsync(stop => WriteAsync(db, counts, OsloTime.DayOf(time.GetUtcNow().UtcDateTime), stop), cancellationToken);
            }
        }
        catch
        {
            foreach (var (name, count) in counts)
            {
                readings.Add(name, count);
            }

            throw;
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, KeepAsync, LogPostponed, stoppingToken);

    /// <summary>Adds the counts to the numbers of the day, in the transaction that is open.</summary>
    /// <param name="db">Where they are written.</param>
    /// <param name="counts">How often, by names.</param>
    /// <param name="day">The day in Oslo.</param>
    /// <param name="cancellationToken">Ends it.</param>
    protected abstract Task<int> WriteAsync(PortalDbContext db, IReadOnlyDictionary<string, int> counts, DateOnly day, CancellationToken cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Readings wait for the database ({Problem}).")]
    private partial void LogPostponed(string problem);
}
