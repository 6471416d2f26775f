using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Takes in what a report shows, or nothing where the register isn’t any more what the report was made of.</summary>
public sealed class TakingIn(PortalDbContext db, AuditTrail audit, ImportProgress progress)
{
    /// <summary>Works out what becomes of each service. Returns what writes it down.</summary>
    public async Task<Func<CancellationToken, Task>> PrepareAsync(ImportRun run, CancellationToken cancellationToken)
    {
        var known = await db.ImportRunChanges.Where(change => change.RunId == run.Id && (change.Outcome == RowOutcome.Changed || (change.Outcome == RowOutcome.Conflict && change.IsTicked))).OrderBy(change => change.Position).ToListAsync(cancellationToken);
        var added = await db.ImportRunChanges.AsNoTracking().Where(change => change.RunId == run.Id && change.Outcome == RowOutcome.New).OrderBy(change => change.Position).Select(change => new { change.Slug, change.Facts }).ToListAsync(cancellationToken);
        var ids = known.Select(change => change.ServiceId!.Value).ToArray();
        var services = await db.Services.Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().Where(service => EF.Parameter(ids).Contains(service.Id)).ToDictionaryAsync(service => service.Id, cancellationToken);
        var slugs = (await db.Services.Select(service => service.Slug).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var now = db.Time.GetUtcNow().UtcDateTime;
        if (added.Exists(one => slugs.Contains(one.Slug)) || known.Exists(change => services.GetValueOrDefault(change.ServiceId!.Value)?.Version != change.SeenVersion))
        {
            run.Outdate(now);
            audit.Record(null, "import-outdated", $"import:{run.Id}");
            return db.SaveChangesAsync;
        }

        foreach (var change in known)
        {
            var service = services[change.ServiceId!.Value];
            var (before, edited) = (FactsText.Of(service.Facts()), service.EditedAt);
            service.Edit(FactsText.Read(change.Facts), now);
            change.Keep(before, edited, service.Version);
        }

        var changes = new ManyChanges(db);
        var last = await db.Services.MaxAsync(service => (int?)service.Position, cancellationToken) ?? 0;
        List<Service> arriving = [];
        foreach (var (one, at) in added.Select((one, at) => (one, at)))
        {
            progress.Tell(run.Id, at, added.Count);
            var facts = FactsText.Read(one.Facts);
            var service = Service.List(one.Slug, facts.Position > 0 ? facts : facts with { Position = ++last });
            service.TakeIn(OsloTime.DayOf(now));
            service.Withdraw();
            service.Edit(service.Facts(), now);
            arriving.Add(service);
        }

        var fresh = new NewServices(db, arriving);

        run = await db.ImportRuns.SingleAsync(one => one.Id == run.Id, cancellationToken);
        run.Finish(now);
        audit.Record(null, "services-imported", $"import:{run.Id}", $"{known.Count + added.Count}; {run.FileName}");
        return stop => WriteAsync(run.Id, run.Origin, changes, fresh, now, stop);
    }

    private async Task WriteAsync(int id, string origin, ManyChanges changes, NewServices fresh, DateTime now, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await changes.WriteAsync(cancellationToken);
        await fresh.WriteAsync(cancellationToken);

        // What follows from the rows that are there now is said at once for all of them.
        await db.ImportRunChanges.Where(change => change.RunId == id && change.Outcome == RowOutcome.New).ExecuteUpdateAsync(
            set => set
                .SetProperty(change => change.ServiceId, change => db.Set<Service>().Where(service => service.Slug == change.Slug).Select(service => (int?)service.Id).FirstOrDefault())
                .SetProperty(change => change.LeftVersion, change => db.Set<Service>().Where(service => service.Slug == change.Slug).Select(service => (int?)service.Version).FirstOrDefault()),
            cancellationToken);
        var taken = db.ImportRunChanges.Where(change => change.RunId == id && change.ServiceId != null && (change.Outcome != RowOutcome.Conflict || change.IsTicked));
        await db.ServiceForeignIds.Where(foreign => foreign.Origin == origin && taken.Select(change => change.ForeignId).Contains(foreign.ForeignId)).ExecuteDeleteAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO ServiceForeignIds (Origin, ForeignId, ServiceId, Status, ImportedAt) SELECT {origin}, c.ForeignId, s.Id, c.Status, {now} FROM ImportRunChanges c JOIN Services s ON s.Id = c.ServiceId WHERE c.RunId = {id} AND (c.Outcome <> {(int)RowOutcome.Conflict} OR c.IsTicked = 1)",
            cancellationToken);
    }
}
