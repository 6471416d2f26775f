using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using UngPortal.Features.Shared;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>The whole report as a table to keep, or to send back to whoever made the package.</summary>
public sealed class ReportFile(PortalDbContext db, IStringLocalizer<Ui> texts)
{
    public async Task<byte[]> WriteAsync(int runId, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder(CsvText.Line(texts["Import_File"], texts["Import_LineHead"], texts["Import_ForeignId"], texts["Register_Name"], texts["Import_Outcome"], texts["Import_Details"]));
        await foreach (var row in db.ImportRunChanges.AsNoTracking().Where(change => change.RunId == runId).OrderBy(change => change.Position).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Append(CsvText.Line(row.File, row.Line.ToString(CultureInfo.InvariantCulture), row.ForeignId, row.Name, texts["RowOutcome_" + row.Outcome], Details(row)));
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines.ToString())];
    }

    private string Details(ImportRunChange row) => string.Join("; ", row.Fields.Select(field => texts["ImportField_" + field].Value)
        .Concat(row.Faults.Select(fault => $"{FaultText.What(texts, fault)} ({FaultText.Where(texts, fault)})")));
}
