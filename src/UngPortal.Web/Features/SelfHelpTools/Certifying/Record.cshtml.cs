using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>One tool at the desk: where it is, what is missing, and the next step.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor)]
public sealed class RecordModel(PortalDbContext db, ToolDesk desk) : PageModel
{
    private const int MostEnded = 20;

    [BindProperty(Name = "")]
    public StepForm Input { get; set; } = new();

    public ToolDossier Dossier { get; private set; } = null!;

    public Tool Tool => Dossier.Tool;

    public IReadOnlyList<ToolStep> Steps { get; private set; } = [];

    public int OpenReports { get; private set; }

    /// <summary>Certifications that have ended, the newest first.</summary>
    public IReadOnlyList<Ended> Earlier { get; private set; } = [];

    public bool IsEditor => HttpContext.Staff.Is(ToolDesk.Editors);

    public bool MayDecide => HttpContext.Staff.Is(StaffRole.ChiefEditor) && Tool.State == ToolState.PanelDecision;

    public DateTime Now => desk.Now;

    public async Task<IActionResult> OnGetAsync(int id, bool gjort, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = gjort ? "ToolDesk_Done" : null;
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var (seen, asked) = (Input.Versjon, Input.Steg);
        (await new StepForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (ModelState.IsValid && seen == Tool.Version && !Steps.Contains(asked!.Value))
        {
            ModelState.AddModelError(nameof(Input.Steg), "ToolSteps_NotNow");
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (seen != Tool.Version || !await desk.TakeAsync(Dossier, asked!.Value, asked == ToolStep.FallDue ? Input.Arsak : null, (Input.Grunn ?? "").Trim(), HttpContext.Staff, cancellationToken))
        {
            await ReadAsync(id, cancellationToken);
            Input.Versjon = Tool.Version;
            ModelState.AddModelError("", "ToolDesk_Overtaken");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return LocalRedirect($"~/admin/verktoy/{id}?gjort=true");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(id, cancellationToken) is not { } dossier)
        {
            return false;
        }

        (Dossier, Steps) = (dossier, ToolDesk.StepsOf(dossier, HttpContext.Staff));
        OpenReports = await db.ToolReports.CountAsync(report => report.ToolId == id && report.HandledAt == null, cancellationToken);
        Earlier = await db.Certifications.Where(one => one.ToolId == id && one.Outcome != null).OrderByDescending(one => one.Id).Take(MostEnded)
            .Select(one => new Ended(one.Id, one.Release, one.Outcome!.Value, one.DecidedAt!.Value)).ToListAsync(cancellationToken);
        Input.Versjon = Request.Method == HttpMethods.Get ? dossier.Tool.Version : Input.Versjon;
        return true;
    }

    public sealed record Ended(int Id, string Release, CertificationOutcome Outcome, DateTime At);
}
