using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.People;

[ForRoles(StaffRole.OrganisationAdmin, StaffRole.PortfolioManager, StaffRole.PlatformAdmin)]
public sealed class PersonModel(PortalDbContext db, PersonReader reader, PeopleReach reach, StaffSessions sessions, AuditTrail audit) : PageModel
{
    public PersonView Person { get; private set; } = null!;

    public bool MayDisable { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, bool lagret, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(HttpContext.Staff, id, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        MayDisable = await reach.MayDisableAsync(HttpContext.Staff, id, cancellationToken);
        ViewData["Flash"] = lagret ? "People_Saved" : null;
        return Page();
    }

    /// <summary>Ends every session of the person. It shuts nobody out, so it asks for no fresh sign-in: the day it is needed, it is urgent.</summary>
    public async Task<IActionResult> OnPostEndSessionsAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(HttpContext.Staff, id, cancellationToken) is null)
        {
            return NotFound();
        }

        var ended = await sessions.EndAllAsync(id, _ => true, cancellationToken);
        audit.Record(HttpContext.Staff, "sessions-ended", $"staff:{id}", $"{ended}");
        await db.SaveChangesAsync(cancellationToken);
        return LocalRedirect($"/admin/folk/{id}?lagret=true");
    }
}
