using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Keeps an import with its report: all of it, or nothing.</summary>
public sealed class NewReport(PortalDbContext db)
{
    public async Task KeepAsync(ImportRun run, IReadOnlyList<ImportRunChange> changes, CancellationToken cancellationToken)
    {
        db.ImportRuns.Add(run);
        if (!ManyRows.Pays(db, changes.Count))
        {
            foreach (var change in changes)
            {
                run.Report(change);
            }

            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var rows = new ManyRows(db, typeof(ImportRunChange), nameof(ImportRunChange.RunId));
        foreach (var change in changes)
        {
            rows.Add(change, 0);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await rows.WriteAsync(run.Id, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
