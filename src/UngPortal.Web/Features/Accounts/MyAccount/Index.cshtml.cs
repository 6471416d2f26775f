using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.MyAccount;

public sealed class IndexModel(PortalDbContext db, StaffSessions sessions, AuditTrail audit, TimeProvider time) : PageModel
{
    public IReadOnlyList<OpenSession> Sessions { get; private set; } = [];

    public string Email { get; private set; } = "";

    public async Task OnGetAsync([StringLength(20)] string? gjort, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = gjort switch { "passord" => "MyAccount_PasswordSaved", "app" => "MyAccount_AppSaved", "okt" => "MyAccount_SessionEnded", _ => null };
        var staff = HttpContext.Staff;
        Email = await db.Staff.Where(member => member.Id == staff.Id).Select(member => member.Email!).FirstAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var open = await db.StaffSessions.AsNoTracking().Where(session => session.StaffId == staff.Id && session.EndedAt == null).OrderByDescending(session => session.SeenAt).ToListAsync(cancellationToken);
        Sessions = [.. open.FindAll(session => session.IsAlive(now)).Select(session => new OpenSession(session.Id, session.Browser, session.BegunAt, session.SeenAt, session.Id == staff.SessionId))];
    }

    public Task<IActionResult> OnPostEndAsync([FromForm] long okt, CancellationToken cancellationToken) => EndAsync(session => session.Id == okt, cancellationToken);

    public Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellationToken)
    {
        var own = HttpContext.Staff.SessionId;
        return EndAsync(session => session.Id != own, cancellationToken);
    }

    /// <summary>Only ever among the person's own: another's number ends nothing.</summary>
    private async Task<IActionResult> EndAsync(Func<StaffSession, bool> which, CancellationToken cancellationToken)
    {
        var staff = HttpContext.Staff;
        if (await sessions.EndAllAsync(staff.Id, which, cancellationToken) == 0)
        {
            return NotFound();
        }

        audit.Record(staff, "sessions-ended", $"staff:{staff.Id}");
        await db.SaveChangesAsync(cancellationToken);
        return RedirectToPage(new { gjort = "okt" });
    }

    public sealed record OpenSession(long Id, string Browser, DateTime BegunAt, DateTime SeenAt, bool IsThis);
}
