using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Services.Counting;

/// <summary>Writes down each minute how often which services were looked at on this node, and how often somebody went on from there. Of who it was nothing is known.</summary>
public sealed partial class VisitCounts(PageReadings readings, IServiceScopeFactory scopes, TimeProvider time, ILogger<VisitCounts> logger) : BackgroundService
{
    private const string Beginning = "service-";
    private const string VisitBeginning = "service-visit:";
    private const string OnwardBeginning = "service-onward:";
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>Under what a visit to the service's page is counted.</summary>
    public static string VisitOf(string slug) => VisitBeginning + slug;

    /// <summary>Under what a click on one of its links is counted.</summary>
    public static string OnwardOf(string slug) => OnwardBeginning + slug;

    /// <summary>Adds what was counted since last time. What can't be kept now is kept for the next minute.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        var counts = readings.Take(Beginning);
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

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, KeepAsync, LogPostponed, stoppingToken);

    private static async Task<int> WriteAsync(PortalDbContext db, IReadOnlyDictionary<string, int> counts, DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var some in counts.Keys.Select(name => name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..]).Distinct().Chunk(500))
        {
            var slugs = some.ToList();
            foreach (var row in await db.Services.Where(service => slugs.Contains(service.Slug)).Select(service => new { service.Id, service.Slug }).ToListAsync(cancellationToken))
            {
                var (visits, onward) = (counts.GetValueOrDefault(VisitOf(row.Slug)), counts.GetValueOrDefault(OnwardOf(row.Slug)));
                if (await db.ServiceDays.Where(one => one.ServiceId == row.Id && one.Day == day)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Visits, one => one.Visits + visits).SetProperty(one => one.Onward, one => one.Onward + onward), cancellationToken) == 0)
                {
                    db.ServiceDays.Add(new ServiceDay { ServiceId = row.Id, Day = day, Visits = visits, Onward = onward });
                }
            }
        }

        return await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Visits to services wait for the database ({Problem}).")]
    private partial void LogPostponed(string problem);
}
