using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Audit;

/// <summary>Deletes, each night, the oldest part of the trail whose time is over, and signs where the rest begins. A trail that is not sound is left as it is.</summary>
public sealed partial class AuditRetention(AuditCheck check, PortalDbContext db, AuditTrail trail, AuditKey key, ILogger<AuditRetention> logger) : IPortalJob
{
    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if ((await check.CheckAsync(null, cancellationToken)).Fault is not null)
        {
            LogLeft();
            return;
        }

        LogDeleted(await db.InTransactionAsync(CutAsync, cancellationToken));
    }

    /// <summary>Signs and deletes. Returns how many entries went. Another node that seals at the same moment makes it fail until the next night.</summary>
    private async Task<int> CutAsync(CancellationToken cancellationToken)
    {
        if (await db.AuditHeads.FirstOrDefaultAsync(cancellationToken) is not { } head || await LastOverAsync(head, cancellationToken) is not { } last)
        {
            return 0;
        }

        head.CutAfter(last, key);
        trail.Record(null, "audit-cut", "audit", last.ToString());
        await db.SaveChangesAsync(cancellationToken);
        return await db.AuditEntries.Where(entry => entry.Number <= last.Number).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The last entry before the first that must still be kept; null when nothing may go.</summary>
    private async Task<AuditMark?> LastOverAsync(AuditHead head, CancellationToken cancellationToken)
    {
        var since = db.Time.GetUtcNow().UtcDateTime.AddYears(-AuditEntry.KeptYears);
        var firstKept = await db.AuditEntries.Where(entry => entry.At >= since).MinAsync(entry => entry.Number, cancellationToken) ?? (head.Number + 1);
        return await db.AuditEntries.AsNoTracking().Where(entry => entry.Number < firstKept).OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken) is { } over
            ? new AuditMark(over.Number!.Value, over.Seal!)
            : null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit retention deleted {Count} entries.")]
    private partial void LogDeleted(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit trail is not sound, so nothing of it was deleted.")]
    private partial void LogLeft();
}
