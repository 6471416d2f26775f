using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Auditing;

/// <summary>Hands out what the filter finds as one file. The page before the file is where a fresh sign-in leads back to.</summary>
[ForRoles(StaffRole.OrganisationAdmin, StaffRole.PlatformAdmin)]
[FreshSignIn]
public sealed class ExportModel(PortalDbContext db, AuditSearch search, AuditTrail audit) : PageModel
{
    public const int Most = 50_000;

    [BindProperty(Name = "", SupportsGet = true)]
    public AuditFilter Filter { get; set; } = new();

    public int Count { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await CountAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await CountAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Count > Most)
        {
            ModelState.AddModelError("", "Auditing_TooMany");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var own = HttpContext.Staff.Is(StaffRole.PlatformAdmin) ? [] : HttpContext.Staff.OrganisationsAs(StaffRole.OrganisationAdmin);
        audit.Record(HttpContext.Staff, "audit-exported", "audit", string.Create(CultureInfo.InvariantCulture, $"{Count}; {Filter.ToQuery()}"), Filter.Organisasjon ?? (own is [var only] ? only : null));
        await db.SaveChangesAsync(cancellationToken);

        var lines = new StringBuilder(CsvText.Line("Number", "Time (UTC)", "Person id", "Person", "Organisation id", "Action", "Subject", "Detail", "Seal"));
        await foreach (var entry in search.Find(Filter, HttpContext.Staff).OrderBy(entry => entry.Id).Take(Most).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            lines.Append(CsvText.Line(
                Text(entry.Number), entry.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), Text(entry.ActorId), entry.ActorName,
                Text(entry.OrganisationId), entry.Action, entry.Subject, entry.Detail, entry.Seal ?? ""));
        }

        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(lines.ToString())], "text/csv; charset=utf-8", "revisjon.csv");
    }

    /// <summary>Counts what the filter finds. Returns false for a filter that can't be the person's.</summary>
    private async Task<bool> CountAsync(CancellationToken cancellationToken)
    {
        var organisations = await search.OrganisationsOfAsync(HttpContext.Staff, cancellationToken);
        if (!ModelState.IsValid || Filter.HasBadDate || (Filter.Organisasjon is { } id && !organisations.ContainsKey(id)))
        {
            return false;
        }

        Count = await search.Find(Filter, HttpContext.Staff).CountAsync(cancellationToken);
        return true;
    }

    private static string Text(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
