using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Publishing.Reports;

/// <summary>The content report: a table on the page, and the same as a file.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class IndexModel(PortalDbContext db, ContentReport report, AuditTrail audit, IStringLocalizer<Ui> texts) : PageModel
{
    public IReadOnlyList<ReportLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Lines = await report.ForAsync(HttpContext.Staff, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync(cancellationToken);
        audit.Record(HttpContext.Staff, "content-report-exported", "content-report");
        await db.SaveChangesAsync(cancellationToken);
        var file = new StringBuilder(CsvText.Line(["Organisation", .. ReportLine.Columns.Select(key => texts[key].Value)]));
        foreach (var line in Lines)
        {
            file.Append(CsvText.Line([line.Name, .. line.Values.Select(value => value?.ToString(CultureInfo.InvariantCulture) ?? "")]));
        }

        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(file.ToString())], "text/csv; charset=utf-8", "innhold.csv");
    }
}
