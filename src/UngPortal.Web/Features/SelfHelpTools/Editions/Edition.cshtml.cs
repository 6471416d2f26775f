using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools.Editions;

/// <summary>One version of the criteria: to write while it is a draft, to read for ever after.</summary>
[ForRoles(StaffRole.Editor, StaffRole.ChiefEditor, StaffRole.ToolAssessor)]
public sealed class EditionModel(PortalDbContext db, AuditTrail audit, TimeProvider time) : PageModel
{
    [BindProperty(Name = "")]
    public CriteriaForm Input { get; set; } = new();

    public CriteriaVersion Shown { get; private set; } = null!;

    public bool MayWrite => Shown.PublishedAt is null && HttpContext.Staff.Is(StaffRole.ChiefEditor);

    public async Task<IActionResult> OnGetAsync(int number, bool gjort, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        Input = CriteriaForm.Of(Shown);
        ViewData["Flash"] = gjort ? "ToolDesk_Done" : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, bool publiser, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(number, cancellationToken))
        {
            return NotFound();
        }

        (await new CriteriaForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!MayWrite)
        {
            ModelState.AddModelError("", "Criteria_Fixed");
        }

        if (!ModelState.IsValid)
        {
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        Shown.Revise(Input.ToCriteria());
        if (publiser && !Shown.IsComplete)
        {
            ModelState.AddModelError("", "Criteria_Incomplete");
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        if (publiser)
        {
            Shown.Publish(HttpContext.Staff.Id, time.GetUtcNow().UtcDateTime);
        }

        audit.Record(HttpContext.Staff, publiser ? "criteria-published" : "criteria-revised", $"criteria:{number}", $"{Shown.Criteria.Count} criteria");
        db.Entry(Shown).Property(version => version.Version).OriginalValue = Input.Versjon;
        if (!await db.TrySaveAsync(cancellationToken))
        {
            await ReadAsync(number, cancellationToken);
            Input.Versjon = Shown.Version;
            ModelState.AddModelError("", "ToolDesk_Overtaken");
            return new PageResult { StatusCode = StatusCodes.Status409Conflict };
        }

        return LocalRedirect($"~/admin/verktoy/kriterier/{number}?gjort=true");
    }

    private async Task<bool> ReadAsync(int number, CancellationToken cancellationToken) =>
        (Shown = (await db.CriteriaVersions.FirstOrDefaultAsync(version => version.Number == number, cancellationToken))!) is not null;
}
