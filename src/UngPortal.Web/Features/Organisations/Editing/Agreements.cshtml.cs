using System.ComponentModel.DataAnnotations;
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
public sealed class AgreementsModel(PortalDbContext db, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(Name = "")]
    public AgreementForm Input { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    /// <summary>The agreement and the day of an end that was refused.</summary>
    public (int AgreementId, string? Day) Refused { get; private set; }

    public DateOnly Today => OsloTime.DayOf(time.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, bool lagret, CancellationToken cancellationToken)
    {
        ViewData["Flash"] = lagret ? "Org_Saved" : null;
        return await ReadAsync(id, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] int id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        (await new AgreementForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            return Again();
        }

        var agreement = Input.ToAgreement();
        if (!Organisation.IsFree(agreement.From, agreement.To))
        {
            ModelState.AddModelError(nameof(Input.Fra), "Org_Overlap");
            return Again();
        }

        Organisation.Agree(agreement);
        return await SaveAsync("agreement-added", AgreementForm.Describe(agreement), cancellationToken);
    }

    public async Task<IActionResult> OnPostEndAsync([FromRoute] int id, int avtale, [StringLength(10)] string? dag, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken) || Organisation.Agreements.FirstOrDefault(one => one.Id == avtale) is not { } agreement)
        {
            return NotFound();
        }

        if (AgreementForm.DayOf(dag) is not { } day || day < agreement.From || day > agreement.To || agreement.To < Today)
        {
            Refused = (avtale, dag);
            ModelState.AddModelError($"dag-{avtale}", "Org_EndWrong");
            return Again();
        }

        Organisation.EndAgreement(avtale, day);
        return await SaveAsync("agreement-ended", AgreementForm.Describe(agreement), cancellationToken);
    }

    private async Task<bool> ReadAsync(int id, CancellationToken cancellationToken)
    {
        Organisation = (await db.Organisations.Include(one => one.Agreements).FirstOrDefaultAsync(one => one.Id == id, cancellationToken))!;
        return Organisation is not null;
    }

    private async Task<IActionResult> SaveAsync(string action, string detail, CancellationToken cancellationToken)
    {
        var id = Organisation.Id;
        audit.Record(HttpContext.Staff, action, $"organisation:{Organisation.Number}", detail, id);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await ReadAsync(id, cancellationToken);
            ModelState.AddModelError("", "Org_AgreementConflict");
            return Again(StatusCodes.Status409Conflict);
        }

        return LocalRedirect($"/admin/organisasjoner/{id}/avtaler?lagret=true");
    }

    private static PageResult Again(int status = StatusCodes.Status422UnprocessableEntity) => new() { StatusCode = status };
}
