using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Takes in what a report shows, or puts all back: each in one transaction with the run’s own state, so that what dies midway has not happened.</summary>
public sealed class ImportWork(PortalDbContext db, AuditTrail audit, ImportProgress progress, TakingIn takingIn, TakingBack takingBack)
{
    private DateTime Now => db.Time.GetUtcNow().UtcDateTime;

    /// <summary>Does the work that somebody has asked for. Returns false when there is none.</summary>
    public async Task<bool> DoOneAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        if (await db.ImportRuns.Where(run => (run.State == ImportRunState.Asked || run.State == ImportRunState.UndoAsked) && (run.ClaimedUntil == null || run.ClaimedUntil <= now)).OrderBy(run => run.Tries).ThenBy(run => run.ChangedAt).FirstOrDefaultAsync(cancellationToken) is not { } found)
        {
            return false;
        }

        var isBegun = found.Begin(now);
        RecordGivenUp(found, "killed");
        if (!await db.TrySaveAsync(cancellationToken))
        {
            return false;
        }

        if (!isBegun)
        {
            return true;
        }

        try
        {
            return await db.InTransactionAsync(stop => PrepareAsync(found, stop), WriteAsync, cancellationToken);
        }
        catch (DbUpdateConcurrencyException problem)
        {
            // Another node was first, or a service was changed just now: the next beat sees what is so.
            await StopAsync(found, problem, cancellationToken);
            return false;
        }
        catch (Exception problem)
        {
            await StopAsync(found, problem, cancellationToken);
            throw;
        }
        finally
        {
            progress.End(found.Id);
        }
    }

    /// <summary>Remembers that the work stopped. That it was tried is counted already, so that a process which is killed counts too; one that ends in good order takes its try back.</summary>
    private async Task StopAsync(ImportRun begun, Exception problem, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await db.ImportRuns.SingleOrDefaultAsync(one => one.Id == begun.Id && one.Version == begun.Version && one.ClaimedUntil != null, CancellationToken.None) is not { } run)
        {
            return;
        }

        if (cancellationToken.IsCancellationRequested)
        {
            run.Rest();
        }
        else
        {
            run.Stop(Now);
            RecordGivenUp(run, problem.GetType().Name);
        }

        await db.TrySaveAsync(CancellationToken.None);
    }

    private void RecordGivenUp(ImportRun run, string reason)
    {
        if (!run.IsUnderway)
        {
            audit.Record(null, run.State == ImportRunState.Failed ? "import-failed" : "import-undo-failed", $"import:{run.Id}", reason);
        }
    }

    /// <summary>Works all out and returns the writing of it; null when another node has taken it over.</summary>
    private async Task<Func<CancellationToken, Task>?> PrepareAsync(ImportRun begun, CancellationToken cancellationToken)
    {
        var run = await db.ImportRuns.SingleAsync(one => one.Id == begun.Id, cancellationToken);
        return run.State switch
        {
            _ when run.Version != begun.Version => null,
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

        db.Announce(ServicesChanged.Kind, ServicesChanged.All);
        await write(cancellationToken);
        return true;
    }
}
