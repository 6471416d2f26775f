using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>The report of an import, and what can be done with it.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class RunModel(PortalDbContext db, AuditTrail audit, ImportProgress progress, ReportFile report) : PageModel
{
    private const int PageSize = 100;
    private const int PagesMost = 10_000;
    private const string Import = "importer";
    private const string Undo = "angre";
    private const string Download = "rapport";

    [BindProperty(Name = "vis", SupportsGet = true)]
    public RowOutcome? Shown { get; set; }

    public ImportRun Run { get; private set; } = null!;

    public IReadOnlyDictionary<RowOutcome, int> Counts { get; private set; } = new Dictionary<RowOutcome, int>();

    public IReadOnlyList<ImportRunChange> Rows { get; private set; } = [];

    public IReadOnlyList<ImportRunChange> Left { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public (int Done, int Total)? Progress => progress.Of(Run.Id);

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, [FromQuery(Name = "side")] int? number, CancellationToken cancellationToken) =>
        await ReadAsync(id, number, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, [FromForm(Name = "steg"), StringLength(20)] string? step, [FromForm(Name = "ta")] int[] ticked, CancellationToken cancellationToken)
    {
        if (await db.ImportRuns.FirstOrDefaultAsync(run => run.Id == id, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        if (step == Download)
        {
            return File(await report.WriteAsync(id, cancellationToken), "text/csv; charset=utf-8", "rapport.csv");
        }

        // Whoever presses twice finds it asked for already.
        var now = db.Time.GetUtcNow().UtcDateTime;
        if (step == Import && found.State == ImportRunState.Read)
        {
            foreach (var change in await db.ImportRunChanges.Where(change => change.RunId == id && change.Outcome == RowOutcome.Conflict && ticked.Contains(change.Id)).ToListAsync(cancellationToken))
            {
                change.Tick();
            }

            found.Ask(HttpContext.Staff.Id, now);
            audit.Record(HttpContext.Staff, "import-asked", $"import:{id}", found.FileName);
        }
        else if (step == Undo && found.State == ImportRunState.Done)
        {
            found.AskUndo(HttpContext.Staff.Id, now);
            audit.Record(HttpContext.Staff, "import-undo-asked", $"import:{id}", found.FileName);
        }

        await db.TrySaveAsync(cancellationToken);
        return LocalRedirect($"~/admin/tjenester/import/{id}");
    }

    private async Task<bool> ReadAsync(int id, int? number, CancellationToken cancellationToken)
    {
        if (await db.ImportRuns.AsNoTracking().FirstOrDefaultAsync(run => run.Id == id, cancellationToken) is not { } found)
        {
            return false;
        }

        Run = found;
        if (Run.IsUnderway)
        {
            Response.Headers["Refresh"] = "2";
        }

        var rows = db.ImportRunChanges.AsNoTracking().Where(change => change.RunId == id);
        Counts = await rows.GroupBy(change => change.Outcome).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
        Left = await rows.Where(change => change.IsLeft).OrderBy(change => change.Position).Take(PageSize).ToListAsync(cancellationToken);
        var total = Shown is { } shown ? Counts.GetValueOrDefault(shown) : Counts.Values.Sum();
        Pager = new($"/admin/tjenester/import/{id}", [new("vis", Shown?.ToString() ?? "")], Math.Clamp(number ?? 1, 1, PagesMost), total, PageSize);
        Rows = await rows.Where(change => Shown == null || change.Outcome == Shown).OrderBy(change => change.Position).Skip((Pager.Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return !Pager.IsBeyondTheEnd;
    }
}
