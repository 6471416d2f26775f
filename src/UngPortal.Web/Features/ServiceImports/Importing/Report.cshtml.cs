using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>The whole report as a table to keep or to send back to whoever made the package.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class ReportModel(PortalDbContext db, IStringLocalizer<Ui> texts) : PageModel
{
    public async Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await db.ImportRuns.AnyAsync(run => run.Id == id, cancellationToken))
        {
            return NotFound();
        }

        var lines = new StringBuilder(CsvText.Line(texts["Import_File"], texts["Import_LineHead"], texts["Import_ForeignId"], texts["Register_Name"], texts["Import_Outcome"], texts["Import_Details"]));
        await foreach (var row in db.ImportRunChanges.AsNoTracking().Where(change => change.RunId == id).OrderBy(change => change.Position).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Append(CsvText.Line(row.File, row.Line.ToString(CultureInfo.InvariantCulture), row.ForeignId, row.Name, texts["RowOutcome_" + row.Outcome], Details(row)));
        }

        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines.ToString())], "text/csv; charset=utf-8", "rapport.csv");
    }

    private string Details(ImportRunChange row) => string.Join("; ", row.Fields.Select(field => texts["ImportField_" + field].Value)
        .Concat(row.Faults.Select(fault => $"{texts["ImportFault_" + fault.Kind].Value} {fault.Value} ({fault.File}, {texts["Import_Line", fault.Line].Value})")));
}
