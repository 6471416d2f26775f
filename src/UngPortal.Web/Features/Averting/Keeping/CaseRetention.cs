using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Averting.Keeping;

/// <summary>Deletes cases that have been closed for their time, with their keys. One that is not closed is never deleted. Source: product/principles.md, "Retention".</summary>
public sealed partial class CaseRetention(PortalDbContext db, AuditTrail audit, IOptions<AvertingOptions> options, ILogger<CaseRetention> logger) : IPortalJob
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = db.Time.GetUtcNow().UtcDateTime.AddYears(-options.Value.KeptYears);
        for (var deleted = 0; ;)
        {
            var over = await db.AvertingCases.Include(one => one.Entries).Where(one => one.ClosedAt < before).OrderBy(one => one.Id).Take(Batch).ToListAsync(cancellationToken);
            if (over.Count == 0)
            {
                LogDeleted(deleted);
                return;
            }

            over.ForEach(one => audit.Record(null, "averting-deleted", one.Subject));
            db.RemoveRange(over);
            deleted += await db.TrySaveAsync(cancellationToken) ? over.Count : 0; // Another node may delete at the same time: look again.
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Averting retention deleted {Cases} cases.")]
    private partial void LogDeleted(int cases);
}
