using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Keeps an import with its report: all of it, or nothing.</summary>
public sealed class NewReport(PortalDbContext db)
{
    /// <summary>Saves the import with its rows, and what is recorded with it.</summary>
    public async Task KeepAsync(ImportRun run, IReadOnlyList<ImportRunChange> changes, Action record, CancellationToken cancellationToken)
    {
        if (!ManyRows.Pays(db, changes.Count))
        {
            foreach (var change in changes)
            {
                run.Report(change);
            }

            await SaveAsync(run, record, cancellationToken);
            return;
        }

        var rows = new ManyRows(db, typeof(ImportRunChange), nameof(ImportRunChange.RunId));
        foreach (var change in changes)
        {
            rows.Add(change, 0);
        }

        await db.InTransactionAsync(
            async stop =>
            {
                await SaveAsync(run, record, stop);
                await rows.WriteAsync(run.Id, stop);
                return run.Id;
            },
            cancellationToken);
    }

    private Task<int> SaveAsync(ImportRun run, Action record, CancellationToken cancellationToken)
    {
        db.ImportRuns.Add(run);
        record();
        return db.SaveChangesAsync(cancellationToken);
    }
}
