using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Counting;

/// <summary>Writes down each minute how often which services were looked at on this node, and how often somebody went on from there. Of who it was nothing is known.</summary>
public sealed class VisitCounts(PageReadings readings, IServiceScopeFactory scopes, TimeProvider time, ILogger<VisitCounts> logger) : KeptReadings(readings, scopes, time, logger, Beginning)
{
    private const string Beginning = "service-";
    private const string VisitBeginning = "service-visit:";
    private const string OnwardBeginning = "service-onward:";

    /// <summary>Under what a visit to the service's page is counted.</summary>
    public static string VisitOf(string slug) => VisitBeginning + slug;

    /// <summary>Under what a click on one of its links is counted.</summary>
    public static string OnwardOf(string slug) => OnwardBeginning + slug;

    protected override async Task<int> WriteAsync(PortalDbContext db, IReadOnlyDictionary<string, int> counts, DateOnly day, CancellationToken cancellationToken)
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
}
