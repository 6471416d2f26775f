using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Organisations.Editing;

[ForRoles(StaffRole.PortfolioManager, StaffRole.PlatformAdmin)]
public sealed class RecordModel(PortalDbContext db, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(Name = "")]
    public OrganisationForm Input { get; set; } = new();

    /// <summary>What somebody else saved in between; null when nobody did.</summary>
    public OrganisationForm? Theirs { get; private set; }

    public Organisation Organisation { get; private set; } = null!;

    public DateOnly? AgreedUntil { get; private set; }

    public IReadOnlyList<RoleCount> Members { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, bool lagret, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Input = OrganisationForm.Of(Organisation);
        ViewData["Flash"] = lagret ? "Org_Saved" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (await new OrganisationForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        return ModelState.IsValid ? await KeepAsync(cancellationToken) : Again(StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> KeepAsync(CancellationToken cancellationToken)
    {
        var id = Organisation.Id;
        Input.WriteTo(Organisation);
        db.Entry(Organisation).Property(one => one.Version).OriginalValue = Input.Versjon;
        audit.Record(HttpContext.Staff, "organisation-changed", $"organisation:{Organisation.Number}", string.Join(", ", Organisation.RolesOffered), id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(id, cancellationToken);
            Theirs = OrganisationForm.Of(Organisation);
            Input.Versjon = Theirs.Versjon;
            ModelState.AddModelError("", "Org_Conflict");
            return Again(StatusCodes.Status409Conflict);
        }

        return LocalRedirect($"/admin/organisasjoner/{id}?lagret=true");
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        if (await db.Organisations.Include(one => one.Agreements).FirstOrDefaultAsync(one => one.Id == id, cancellationToken) is not { } found)
        {
            return false;
        }

        var today = OsloTime.DayOf(time.GetUtcNow().UtcDateTime);
        Organisation = found;
        AgreedUntil = found.Agreements.Where(agreement => agreement.Covers(today)).Select(agreement => (DateOnly?)agreement.To).FirstOrDefault();
        Members = await db.Memberships.Where(seat => seat.OrganisationId == id && seat.EndedAt == null)
            .GroupBy(seat => seat.Role).Select(seats => new RoleCount(seats.Key, seats.Count())).ToListAsync(cancellationToken);
        return true;
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    public sealed record RoleCount(StaffRole Role, int People);
}
