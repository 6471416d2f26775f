using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Services.Counting;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>One service of the register: how it stands, what was done with it, and the steps that need no form.</summary>
[ForRoles(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor)]
public sealed class RecordModel(PortalDbContext db, RegisterDesk desk) : PageModel
{
    private const int HistoryMost = 50;

    public Service Service { get; private set; } = null!;

    public Freshness Freshness => Service.FreshnessOn(desk.Today);

    public IReadOnlyList<AuditEntry> History { get; private set; } = [];

    public int OpenReports { get; private set; }

    public RecentVisits Recent { get; private set; } = RecentVisits.None;

    [BindProperty(Name = "Epost"), StringLength(2_000)]
    public string? Email { get; set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, bool lagret, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = lagret ? "Register_Saved" : null;
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, [FromForm, StringLength(20)] string? steg, [FromForm] int versjon, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var (done, problem) = RegisterSteps.Take(Service, steg, Email?.Trim() ?? "", desk.Today);
        if (done is null)
        {
            ModelState.AddModelError(steg == RegisterSteps.Name ? "Epost" : "", problem!);
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        if (await desk.SaveAsync(Service, HttpContext.Staff, done, "", versjon, cancellationToken))
        {
            return LocalRedirect($"~/admin/tjenester/{id}?lagret=true");
        }

        await ReadAsync(id, cancellationToken);
        ModelState.AddModelError("", "Register_Conflict");
        return Again(StatusCodes.Status409Conflict);
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } found)
        {
            return false;
        }

        Service = found;
        Email ??= found.AssurerEmail;
        var subject = RegisterDesk.SubjectOf(found.Slug);
        History = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject).OrderByDescending(entry => entry.Id).Take(HistoryMost).ToListAsync(cancellationToken);
        OpenReports = await db.ServiceReports.CountAsync(report => report.ServiceId == id && report.HandledAt == null, cancellationToken);
        Recent = (await RecentVisits.OfAsync(db, [id], desk.Today, cancellationToken)).GetValueOrDefault(id, RecentVisits.None);
        return true;
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }
}
