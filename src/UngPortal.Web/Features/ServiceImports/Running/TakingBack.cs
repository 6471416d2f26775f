using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Takes a whole import back: what it added goes, what it changed becomes what it was. A service that somebody has changed or reported since is left.</summary>
public sealed class TakingBack(PortalDbContext db, AuditTrail audit, ImportProgress progress)
{
    /// <summary>Works out what becomes of each service. Returns what writes it down.</summary>
    public async Task<Func<CancellationToken, Task>> PrepareAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var done = await db.ImportRunChanges.Where(change => change.RunId == run.Id && change.LeftVersion != null).OrderBy(change => change.Position).ToListAsync(cancellationToken);
        var ids = done.Select(change => change.ServiceId!.Value).ToArray();
        var versions = await VersionsAsync(ids, cancellationToken);
        var changed = done.Where(change => change.Before.Length > 0).Select(change => change.ServiceId!.Value).ToArray();
        var services = await db.Services.Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().Where(service => EF.Parameter(changed).Contains(service.Id)).ToDictionaryAsync(service => service.Id, cancellationToken);
        var reported = await ReportedAsync(ids, cancellationToken);
        Dictionary<int, int> gone = [];
        foreach (var (change, at) in done.Select((change, at) => (change, at)))
        {
            progress.Tell(run.Id, at, done.Count);
            var id = change.ServiceId!.Value;
            if (versions.GetValueOrDefault(id, -1) != change.LeftVersion || (change.Before.Length == 0 && reported.Contains(id)))
            {
                change.Leave();
            }
            else if (change.Before.Length > 0)
            {
                services[id].PutBack(FactsText.Read(change.Before), change.EditedBefore);
            }
            else
            {
                gone[id] = change.LeftVersion.Value;
            }
        }

        var changes = new ManyChanges(db);
        run = await db.ImportRuns.SingleAsync(one => one.Id == run.Id, cancellationToken);
        run.FinishUndo(db.Time.GetUtcNow().UtcDateTime);
        audit.Record(null, "import-undone", $"import:{run.Id}", $"{done.Count(change => !change.IsLeft)} / {done.Count}");
        return stop => WriteAsync(changes, gone, stop);
    }

    private async Task WriteAsync(ManyChanges changes, Dictionary<int, int> gone, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await changes.WriteAsync(cancellationToken);
        int[] ids = [.. gone.Keys];
        var versions = await VersionsAsync(ids, cancellationToken);
        if (gone.Any(pair => versions.GetValueOrDefault(pair.Key, -1) != pair.Value) || (await ReportedAsync(ids, cancellationToken)).Count > 0)
        {
            throw new DbUpdateConcurrencyException("A service was changed while it was to be taken back.");
        }

        await db.Services.Where(service => EF.Parameter(ids).Contains(service.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    private Task<Dictionary<int, int>> VersionsAsync(int[] ids, CancellationToken cancellationToken) =>
        db.Services.AsNoTracking().Where(service => EF.Parameter(ids).Contains(service.Id)).Select(service => new { service.Id, service.Version }).ToDictionaryAsync(service => service.Id, service => service.Version, cancellationToken);

    private async Task<HashSet<int>> ReportedAsync(int[] ids, CancellationToken cancellationToken) =>
        [.. await db.ServiceReports.Where(report => EF.Parameter(ids).Contains(report.ServiceId)).Select(report => report.ServiceId).Distinct().ToListAsync(cancellationToken)];
}
