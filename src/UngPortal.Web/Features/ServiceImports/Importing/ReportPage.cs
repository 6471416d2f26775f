using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>A hundred rows of a report: those that one looks at, and chooses among, at once.</summary>
public sealed class ReportPage(PortalDbContext db)
{
    public const int Size = 100;
    private const int NumberMost = 10_000;

    /// <summary>The page that is meant, from 1.</summary>
    public static int Within(int? number) => Math.Clamp(number ?? 1, 1, NumberMost);

    /// <summary>The rows that are shown together. A report never changes, so they are the same for whoever sends them back.</summary>
    public IQueryable<ImportRunChange> Rows(int runId, RowOutcome? shown, int number) =>
        db.ImportRunChanges.Where(change => change.RunId == runId && (shown == null || change.Outcome == shown)).OrderBy(change => change.Position).Skip((number - 1) * Size).Take(Size);

    /// <summary>Keeps which of the shown conflicts are wanted; what was chosen on other pages stays.</summary>
    public async Task ChooseAsync(ImportRun run, RowOutcome? shown, int number, int[] ticked, CancellationToken cancellationToken)
    {
        foreach (var change in (await Rows(run.Id, shown, number).ToListAsync(cancellationToken)).Where(change => change.Outcome == RowOutcome.Conflict))
        {
            change.Choose(ticked.Contains(change.Id));
        }

        run.Choose();
    }
}
