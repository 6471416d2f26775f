using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>What readers have reported about a tool. Whether a review is due is for whoever reads it to decide: anybody can send a report.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor)]
public sealed class ReportsModel(PortalDbContext db, ToolDesk desk) : PageModel
{
    private const int Most = 200;

    public Tool Tool { get; private set; } = null!;

    /// <summary>The open ones first, then the newest.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int id, bool gjort, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = gjort ? "ToolDesk_Done" : null;
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(int id, int melding, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || await db.ToolReports.FirstOrDefaultAsync(report => report.Id == melding && report.ToolId == id, cancellationToken) is not { } report)
        {
            return NotFound();
        }

        if (report.HandledAt is null)
        {
            report.Handle(HttpContext.Staff.Id, desk.Now);
            await desk.KeepAsync(Tool, "tool-report-handled", $"report {melding}", HttpContext.Staff, cancellationToken);
        }

        return LocalRedirect($"~/admin/verktoy/{id}/meldinger?gjort=true");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(id, cancellationToken) is not { } dossier)
        {
            return false;
        }

        Tool = dossier.Tool;
        Rows = await db.ToolReports.Where(report => report.ToolId == id).OrderBy(report => report.HandledAt != null).ThenByDescending(report => report.SentAt).Take(Most)
            .Select(report => new Row(report.Id, report.Text, report.SentAt, report.HandledAt)).ToListAsync(cancellationToken);
        return true;
    }

    public sealed record Row(int Id, string Text, DateTime SentAt, DateTime? HandledAt);
}
