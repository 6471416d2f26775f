using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Certifying;

/// <summary>All tools, by state, with the day when each badge ends and what has been reported.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor)]
public sealed class IndexModel(PortalDbContext db, ToolDesk desk) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(Name = "tilstand", SupportsGet = true)]
    public ToolState? State { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Pager Pager { get; private set; } = new("", [], 1, 0, PageSize);

    public bool MayPropose => HttpContext.Staff.Is(ToolDesk.Editors);

    public DateTime Now => desk.Now;

    public async Task<IActionResult> OnGetAsync([Range(1, 10_000)] int side = 1, CancellationToken cancellationToken = default)
    {
        var tools = State is { } state ? db.Tools.Where(tool => tool.State == state) : db.Tools;
        Pager = new Pager("/admin/verktoy", [new("tilstand", State?.ToString() ?? "")], Math.Max(1, side), await tools.CountAsync(cancellationToken), PageSize);
        if (Pager.IsBeyondTheEnd)
        {
            return NotFound();
        }

        Rows = await tools.OrderBy(tool => tool.Name).ThenBy(tool => tool.Id).Skip((Pager.Number - 1) * PageSize).Take(PageSize)
            .Select(tool => new Row(tool.Id, tool.Name, tool.State, tool.StateSince, tool.BadgeUntil, db.Set<ToolReport>().Count(report => report.ToolId == tool.Id && report.HandledAt == null)))
            .ToListAsync(cancellationToken);
        return Page();
    }

    public sealed record Row(int Id, string Name, ToolState State, DateTime StateSince, DateTime? BadgeUntil, int OpenReports);
}
