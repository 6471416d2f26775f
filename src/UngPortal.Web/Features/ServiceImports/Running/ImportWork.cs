using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Takes in what a report shows, or puts all back: each in one transaction with the run’s own state, so that what dies midway has not happened.</summary>
public sealed class ImportWork(PortalDbContext db, AuditTrail audit, ImportProgress progress)
{
    /// <summary>Does the work that somebody has asked for. Returns false when there is none.</summary>
    public async Task<bool> DoOneAsync(CancellationToken cancellationToken)
    {
        var id = await db.ImportRuns.Where(run => run.State == ImportRunState.Asked || run.State == ImportRunState.UndoAsked).OrderBy(run => run.ChangedAt).Select(run => (int?)run.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is not { } found)
        {
            return false;
        }

        try
        {
            return await db.InTransactionAsync(stop => DoAsync(found, stop), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node was first, or a service was changed just now: the next beat sees what is so.
            return false;
        }
        finally
        {
            progress.End(found);
        }
    }

    private async Task<bool> DoAsync(int id, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.Include(one => one.Changes.OrderBy(change => change.Position)).SingleAsync(one => one.Id == id, cancellationToken);
        if (!run.IsUnderway)
        {
            return false;
        }

        var ids = run.Changes.Where(change => change.ServiceId is not null).Select(change => change.ServiceId!.Value).ToHashSet();
        var services = await db.Services.Include(service => service.Channels).Include(service => service.Location).Include(service => service.Areas).AsSplitQuery().Where(service => EF.Parameter(ids).Contains(service.Id)).ToDictionaryAsync(service => service.Id, cancellationToken);
        var now = db.Time.GetUtcNow().UtcDateTime;
        if (run.State == ImportRunState.UndoAsked)
        {
            await UndoAsync(run, services, now, cancellationToken);
        }
        else if (await IsOutdatedAsync(run, services, cancellationToken))
        {
            run.Outdate(now);
            audit.Record(null, "import-outdated", $"import:{run.Id}");
        }
        else
        {
            await TakeInAsync(run, services, now, cancellationToken);
        }

        db.Announce(ServicesChanged.Kind, "all");
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<bool> IsOutdatedAsync(ImportRun run, Dictionary<int, Service> services, CancellationToken cancellationToken)
    {
        var slugs = run.Changes.Where(change => change.Outcome == RowOutcome.New).Select(change => change.Slug).ToHashSet(StringComparer.Ordinal);
        var isTaken = (await db.Services.Select(service => service.Slug).ToListAsync(cancellationToken)).Exists(slugs.Contains);
        return isTaken || run.Changes.Any(change => change is { IsWanted: true, ServiceId: { } id } && services.GetValueOrDefault(id)?.Version != change.SeenVersion);
    }

    private async Task TakeInAsync(ImportRun run, Dictionary<int, Service> services, DateTime now, CancellationToken cancellationToken)
    {
        var wanted = run.Changes.Where(change => change.IsWanted).ToList();
        var last = await db.Services.MaxAsync(service => (int?)service.Position, cancellationToken) ?? 0;
        List<(ImportRunChange Change, Service Service)> added = [];
        foreach (var (change, at) in wanted.Select((change, at) => (change, at)))
        {
            progress.Tell(run.Id, at, wanted.Count);
            var facts = FactsText.Read(change.Facts);
            if (change.ServiceId is { } id)
            {
                var known = services[id];
                var (before, edited) = (FactsText.Of(known.Facts()), known.EditedAt);
                known.Edit(facts, now);
                change.Keep(before, edited, known.Version);
                continue;
            }

            var service = db.Services.Add(Service.List(change.Slug, facts.Position > 0 ? facts : facts with { Position = ++last })).Entity;
            service.TakeIn(OsloTime.DayOf(now));
            service.Withdraw();
            service.Edit(service.Facts(), now);
            added.Add((change, service));
        }

        await db.SaveChangesAsync(cancellationToken);
        added.ForEach(pair => pair.Change.Of(pair.Service.Id).Keep("", null, pair.Service.Version));
        var known2 = await db.ServiceForeignIds.Where(foreign => foreign.Origin == run.Origin).ToDictionaryAsync(foreign => foreign.ForeignId, StringComparer.Ordinal, cancellationToken);
        foreach (var change in run.Changes.Where(change => change.ServiceId is not null && (change.IsWanted || change.Outcome == RowOutcome.Unchanged)))
        {
            var foreign = known2.GetValueOrDefault(change.ForeignId);
            if (foreign is null || foreign.ServiceId != change.ServiceId)
            {
                if (foreign is not null)
                {
                    db.ServiceForeignIds.Remove(foreign);
                }

                foreign = db.ServiceForeignIds.Add(new ServiceForeignId { Origin = run.Origin, ForeignId = change.ForeignId, ServiceId = change.ServiceId!.Value }).Entity;
            }

            foreign.See(change.Status, now);
        }

        run.Finish(now);
        audit.Record(null, "services-imported", $"import:{run.Id}", $"{wanted.Count}; {run.FileName}");
    }

    private async Task UndoAsync(ImportRun run, Dictionary<int, Service> services, DateTime now, CancellationToken cancellationToken)
    {
        var done = run.Changes.Where(change => change.LeftVersion is not null).ToList();
        var reported = await db.ServiceReports.Select(report => report.ServiceId).Distinct().ToListAsync(cancellationToken);
        foreach (var (change, at) in done.Select((change, at) => (change, at)))
        {
            progress.Tell(run.Id, at, done.Count);
            var service = services.GetValueOrDefault(change.ServiceId!.Value);
            if (service is null || service.Version != change.LeftVersion || (change.Before.Length == 0 && reported.Contains(service.Id)))
            {
                change.Leave();
            }
            else if (change.Before.Length > 0)
            {
                service.PutBack(FactsText.Read(change.Before), change.EditedBefore);
            }
            else
            {
                db.Services.Remove(service);
            }
        }

        run.FinishUndo(now);
        audit.Record(null, "import-undone", $"import:{run.Id}", $"{done.Count(change => !change.IsLeft)} / {done.Count}");
    }
}
