using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Exporting;

/// <summary>Hands out the whole register as one file. The page before the file is where a fresh sign-in leads back to.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
[FreshSignIn]
public sealed class ExportModel(PortalDbContext db, RegisterExport export, AuditTrail audit, DataFolder data) : PageModel
{
    private const int Buffer = 64 * 1024;

    [BindProperty(Name = "Form")]
    public ExportFormat? Format { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || Format is not { } format || !Enum.IsDefined(format))
        {
            ModelState.Clear();
            ModelState.AddModelError("Form", "Export_Choose");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        // It is written to the end before anything is sent: half a register is none.
        var file = new FileStream(data.PathOf("exports", Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
        try
        {
            var count = await export.WriteAsync(format, file, cancellationToken);
            audit.Record(HttpContext.Staff, "services-exported", "services", string.Create(CultureInfo.InvariantCulture, $"{format}; {count}"));
            await db.SaveChangesAsync(cancellationToken);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        file.Position = 0;
        return format switch
        {
            ExportFormat.Json => File(file, "application/json; charset=utf-8", "tjenester.json"),
            ExportFormat.Zip => File(file, "application/zip", "tjenester.zip"),
            _ => File(file, "text/csv; charset=utf-8", "tjenester.csv"),
        };
    }
}
