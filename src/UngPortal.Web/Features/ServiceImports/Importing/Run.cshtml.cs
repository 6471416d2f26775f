using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>The report of an import, and what can be done with it.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class RunModel(PortalDbContext db, RunSteps steps, ImportProgress progress, ReportFile report, ReportPage rows) : PageModel
{
    private const string Download = "rapport";

    [BindProperty(Name = "vis", SupportsGet = true)]
    public RowOutcome? Shown { get; set; }

    public ImportRun Run { get; private set; } = null!;

    public IReadOnlyDictionary<RowOutcome, int> Counts { get; private set; } = new Dictionary<RowOutcome, int>();

    /// <summary>How many conflicts are to be taken in anyway.</summary>
    public int Chosen { get; private set; }

    public IReadOnlyList<ImportRunChange> Rows { get; private set; } = [];

    public IReadOnlyList<ImportRunChange> Left { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public (int Done, int Total)? Progress => progress.Of(Run.Id);

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, [FromQuery(Name = "side")] int? number, [FromQuery] bool lagret, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = lagret ? "Import_ChoicesSaved" : null;
        return await ReadAsync(id, number, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, [FromForm(Name = "steg"), StringLength(20)] string? step, [FromForm(Name = "side")] int? number, [FromForm(Name = "ta")] int[] ticked, CancellationToken cancellationToken)
    {
        // Whoever was overtaken does it again, on what is there now.
        while (await db.ImportRuns.FirstOrDefaultAsync(run => run.Id == id, cancellationToken) is { } found)
        {
            if (step == Download)
            {
                return File(await report.WriteAsync(id, cancellationToken), "text/csv; charset=utf-8", "rapport.csv");
            }

            var isTaken = await steps.TakeAsync(found, step, HttpContext.Staff, (Shown, ReportPage.Within(number)), ticked, cancellationToken);
            if (await db.TrySaveAsync(cancellationToken))
            {
                return LocalRedirect($"~/admin/tjenester/import/{id}" + (isTaken && step == RunSteps.Choose ? $"?vis={Shown}&side={ReportPage.Within(number)}&lagret=true" : ""));
            }
        }

        return NotFound();
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

        var all = db.ImportRunChanges.AsNoTracking().Where(change => change.RunId == id);
        Counts = await all.GroupBy(change => change.Outcome).ToDictionaryAsync(group => group.Key, group => group.Count(), cancellationToken);
        Chosen = await all.CountAsync(change => change.IsTicked, cancellationToken);
        Left = await all.Where(change => change.IsLeft).OrderBy(change => change.Position).Take(ReportPage.Size).ToListAsync(cancellationToken);
        var total = Shown is { } shown ? Counts.GetValueOrDefault(shown) : Counts.Values.Sum();
        Pager = new($"/admin/tjenester/import/{id}", [new("vis", Shown?.ToString() ?? "")], ReportPage.Within(number), total, ReportPage.Size);
        Rows = await rows.Rows(id, Shown, Pager.Number).AsNoTracking().ToListAsync(cancellationToken);
        return !Pager.IsBeyondTheEnd;
    }
}
