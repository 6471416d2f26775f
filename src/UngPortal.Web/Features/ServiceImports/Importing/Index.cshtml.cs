using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using UngPortal.Features.ServiceImports.Reading;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Features.Services;
using UngPortal.Features.Shared;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.ServiceImports.Importing;

/// <summary>Takes a package, reads it, and keeps the report of what an import would do. The package itself is not kept.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
[PackageLimit]
public sealed class IndexModel(PortalDbContext db, DryRun dryRun, NewReport report, AuditTrail audit, IStringLocalizer<Ui> texts) : PageModel
{
    private const int RunsShown = 50;

    [BindProperty(Name = "Opphav"), StringLength(1_000)]
    public string? Origin { get; set; }

    [BindProperty(Name = "Type"), StringLength(ServiceType.KeyMaxLength)]
    public string? Type { get; set; }

    public IReadOnlyList<ServiceType> Types { get; private set; } = [];

    public IReadOnlyList<Row> Runs { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        var origin = (Origin ?? "").Trim();
        if (origin.Length is 0 or > ImportRun.OriginMaxLength)
        {
            ModelState.AddModelError("Opphav", "Import_OriginMissing");
        }

        if (!string.IsNullOrEmpty(Type) && !Types.Any(type => type.Key == Type))
        {
            ModelState.AddModelError("Type", "Register_TypeMissing");
        }

        try
        {
            if (ModelState.IsValid)
            {
                return LocalRedirect($"~/admin/tjenester/import/{await TakeAsync(origin, cancellationToken)}");
            }
        }
        catch (UnreadablePackageException problem)
        {
            ModelState.AddModelError("Filer", texts[problem.TextKey, problem.Value]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<int> TakeAsync(string origin, CancellationToken cancellationToken)
    {
        var files = await UploadedPackage.ReadAsync(Request.Form.Files, cancellationToken);
        var topics = (await TopicTree.ReadAsync(db, cancellationToken)).All.Select(topic => topic.Slug).ToHashSet(StringComparer.Ordinal);
        var now = db.Time.GetUtcNow().UtcDateTime;
        var terms = new ServiceTerms(ServiceTerms.NamesOf(Types), topics, string.IsNullOrEmpty(Type) ? null : Type, origin, OsloTime.DayOf(now));
        var name = files.Count == 1 ? files[0].Name : $"{files[0].Name} + {files.Count - 1}";
        var run = new ImportRun { FileName = name.Length > ImportRun.NameMaxLength ? name[..ImportRun.NameMaxLength] : name, Origin = origin, ReadAt = now, ReadById = HttpContext.Staff.Id, ReadByName = HttpContext.Staff.Name };
        var changes = await dryRun.ReportAsync(PackageReader.Read(files), terms, cancellationToken);
        await report.KeepAsync(run, changes, () => audit.Record(HttpContext.Staff, "import-read", "services", $"{changes.Count}; {run.FileName}"), cancellationToken);
        return run.Id;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        Types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        Runs = await db.ImportRuns.OrderByDescending(run => run.ReadAt).Take(RunsShown).Select(run => new Row(run.Id, run.FileName, run.Origin, run.ReadByName, run.ReadAt, run.State)).ToListAsync(cancellationToken);
    }

    public sealed record Row(int Id, string FileName, string Origin, string ReadByName, DateTime ReadAt, ImportRunState State);
}
