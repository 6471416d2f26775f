using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>What readers say is wrong, the oldest first.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class ReportsModel(PortalDbContext db, AuditTrail audit) : PageModel
{
    public const int Most = 50;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public async Task OnGetAsync(bool gjort, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = gjort ? "Register_Handled" : null;
        var open = db.ServiceReports.AsNoTracking().Where(report => report.HandledAt == null);
        Count = await open.CountAsync(cancellationToken);
        Rows = await open.OrderBy(report => report.SentAt).ThenBy(report => report.Id).Take(Most)
            .Join(db.Services, report => report.ServiceId, service => service.Id, (report, service) => new Row(report.Id, report.Fault, report.Text, report.SentAt, service.Id, service.Name))
            .ToListAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync([FromForm] int melding, CancellationToken cancellationToken)
    {
        var report = await db.ServiceReports.FirstOrDefaultAsync(one => one.Id == melding, cancellationToken);
        if (report is { HandledAt: null })
        {
            report.Handle(db.Time.GetUtcNow().UtcDateTime);
            var slug = await db.Services.Where(service => service.Id == report.ServiceId).Select(service => service.Slug).SingleAsync(cancellationToken);
            audit.Record(HttpContext.Staff, "service-report-handled", RegisterDesk.SubjectOf(slug), report.Fault.ToString());
            await db.SaveChangesAsync(cancellationToken);
        }

        return LocalRedirect("~/admin/tjenester/meldinger?gjort=true");
    }

    public sealed record Row(int Id, ReportedFault Fault, string Text, DateTime SentAt, int ServiceId, LocalizedText Name);
}
