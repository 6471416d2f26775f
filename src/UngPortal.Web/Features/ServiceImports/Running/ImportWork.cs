using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Takes in what a report shows, or puts all back: each in one transaction with the run’s own state, so that what dies midway has not happened.</summary>
public sealed class ImportWork(PortalDbContext db, AuditTrail audit, ImportProgress progress, TakingIn takingIn, TakingBack takingBack)
{
    /// <summary>Does the work that somebody has asked for. Returns false when there is none.</summary>
    public async Task<bool> DoOneAsync(CancellationToken cancellationToken)
    {
        var id = await db.ImportRuns.Where(run => run.State == ImportRunState.Asked || run.State == ImportRunState.UndoAsked).OrderBy(run => run.Tries).ThenBy(run => run.ChangedAt).Select(run => (int?)run.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is not { } found)
        {
            return false;
        }

        try
        {
            return await db.InTransactionAsync(stop => PrepareAsync(found, stop), WriteAsync, cancellationToken);
        }
        catch (DbUpdateConcurrencyException problem)
        {
            // Another node was first, or a service was changed just now: the next beat sees what is so.
            await CountAsync(found, problem, cancellationToken);
            return false;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            await CountAsync(found, problem, cancellationToken);
            throw;
        }
        finally
        {
            progress.End(found);
        }
    }

    /// <summary>Remembers that the work stopped, so that it isn’t tried for ever.</summary>
    private async Task CountAsync(int id, Exception problem, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var run = await db.ImportRuns.SingleAsync(one => one.Id == id, cancellationToken);
        if (run.IsUnderway)
        {
            run.Fail(db.Time.GetUtcNow().UtcDateTime);
            if (!run.IsUnderway)
            {
                audit.Record(null, run.State == ImportRunState.Failed ? "import-failed" : "import-undo-failed", $"import:{id}", problem.GetType().Name);
            }

            await db.TrySaveAsync(cancellationToken);
        }
    }

    /// <summary>Works all out and returns the writing of it; null when another node was first.</summary>
    private async Task<Func<CancellationToken, Task>?> PrepareAsync(int id, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleAsync(one => one.Id == id, cancellationToken);
        return run.State switch
        {
            ImportRunState.Asked => await takingIn.PrepareAsync(run, cancellationToken),
            ImportRunState.UndoAsked => await takingBack.PrepareAsync(run, cancellationToken),
            _ => null,
        };
    }

    private async Task<bool> WriteAsync(Func<CancellationToken, Task>? write, CancellationToken cancellationToken)
    {
        if (write is null)
        {
            return false;
        }

        db.Announce(ServicesChanged.Kind, "all");
        await write(cancellationToken);
        return true;
    }
}
