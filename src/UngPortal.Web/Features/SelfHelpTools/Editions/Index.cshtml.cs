using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Editions;

/// <summary>The versions of the criteria. A new one begins as a copy of the newest.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor)]
public sealed class IndexModel(PortalDbContext db, AuditTrail audit, TimeProvider time) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool MayBegin => HttpContext.Staff.Is(StaffRole.ChiefEditor) && Rows is [{ PublishedAt: not null }, ..];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        if (!MayBegin)
        {
            ModelState.AddModelError("", "Criteria_NoCopy");
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        var newest = await db.CriteriaVersions.OrderByDescending(version => version.Number).FirstAsync(cancellationToken);
        var draft = db.CriteriaVersions.Add(newest.Copy(newest.Number + 1, time.GetUtcNow().UtcDateTime)).Entity;
        audit.Record(HttpContext.Staff, "criteria-begun", $"criteria:{draft.Number}", $"copy of {newest.Number}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.CriteriaVersions.AsNoTracking().Any(version => version.Number == draft.Number))
        {
            // A colleague began the same version at the same moment: it is the one to write in.
        }

        return LocalRedirect($"~/admin/verktoy/kriterier/{draft.Number}");
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Rows = await db.CriteriaVersions.OrderByDescending(version => version.Number).Take(Most).Select(version => new Row(version.Number, version.BegunAt, version.PublishedAt)).ToListAsync(cancellationToken);

    public sealed record Row(int Number, DateTime BegunAt, DateTime? PublishedAt);
}
