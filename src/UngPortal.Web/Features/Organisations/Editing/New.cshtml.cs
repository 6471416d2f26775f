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
public sealed class NewModel(PortalDbContext db, AuditTrail audit) : PageModel
{
    [BindProperty(Name = "")]
    public OrganisationForm Input { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        (await new OrganisationForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!OrganisationNumber.TryParse(Input.Nummer, out var number))
        {
            ModelState.AddModelError(nameof(Input.Nummer), "Org_NumberWrong");
        }
        else if (await IsTakenAsync(number, cancellationToken))
        {
            ModelState.AddModelError(nameof(Input.Nummer), "Org_NumberTaken");
        }

        return ModelState.IsValid ? await KeepAsync(number, cancellationToken) : Again();
    }

    private async Task<IActionResult> KeepAsync(string number, CancellationToken cancellationToken)
    {
        var organisation = db.Organisations.Add(new Organisation { Number = number }).Entity;
        Input.WriteTo(organisation);
        audit.Record(HttpContext.Staff, "organisation-added", $"organisation:{number}", organisation.Name);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (db.Organisations.AsNoTracking().Any(other => other.Number == number))
        {
            ModelState.AddModelError(nameof(Input.Nummer), "Org_NumberTaken");
            return Again();
        }

        return LocalRedirect($"/admin/organisasjoner/{organisation.Id}?lagret=true");
    }

    private Task<bool> IsTakenAsync(string number, CancellationToken cancellationToken) => db.Organisations.AnyAsync(one => one.Number == number, cancellationToken);

    private PageResult Again()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
