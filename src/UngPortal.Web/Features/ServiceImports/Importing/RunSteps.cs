using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>What staff may do with an import. A step that is taken already, or not to be had, is none: who presses twice does nothing twice.</summary>
public sealed class RunSteps(PortalDbContext db, AuditTrail audit, ReportPage page)
{
    public const string Choose = "lagre";
    public const string Import = "importer";
    public const string Undo = "angre";

    /// <summary>Takes the step, to be saved. Returns whether it could be taken.</summary>
    public async Task<bool> TakeAsync(ImportRun run, string? step, StaffIdentity staff, (RowOutcome? Shown, int Number) at, int[] ticked, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        switch (step, run.State)
        {
            case (Choose, ImportRunState.Read):
                await page.ChooseAsync(run, at.Shown, at.Number, ticked, cancellationToken);
                return true;
            case (Import, ImportRunState.Read):
                await page.ChooseAsync(run, at.Shown, at.Number, ticked, cancellationToken);
                run.Ask(staff.Id, now);
                audit.Record(staff, "import-asked", $"import:{run.Id}", run.FileName);
                return true;
            case (Undo, ImportRunState.Done):
                run.AskUndo(staff.Id, now);
                audit.Record(staff, "import-undo-asked", $"import:{run.Id}", run.FileName);
                return true;
            default:
                return false;
        }
    }
}
