using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Closing;

/// <summary>One closing period, to change or remove for as long as it is not over.</summary>
[ForRoles(StaffRole.ChiefEditor, StaffRole.TriageEditor)]
public sealed class PeriodModel(PortalDbContext db, ClosingDesk desk) : PageModel
{
    [BindProperty(Name = "")]
    public ClosingForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } period)
        {
            return NotFound();
        }

        Input = ClosingForm.Of(period);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, bool fjern, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } period)
        {
            return NotFound();
        }

        if (!fjern)
        {
            (await new ClosingForm.Validator(desk.Now).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        }

        if (!ModelState.IsValid)
        {
            return Again(StatusCodes.Status422UnprocessableEntity);
        }

        var isKept = Input.Versjon == period.Version
            && (fjern ? await desk.RemoveAsync(period, HttpContext.Staff, cancellationToken) : await desk.ChangeAsync(period, Input, HttpContext.Staff, cancellationToken));
        if (!isKept)
        {
            ModelState.AddModelError("", "Closing_WasFirst");
            return Again(StatusCodes.Status409Conflict);
        }

        return LocalRedirect($"~/admin/sporsmal/stengt?gjort={(fjern ? "fjernet" : "lagret")}");
    }

    private Task<ClosingPeriod?> FindAsync(int id, CancellationToken cancellationToken)
    {
        var now = desk.Now;
        return db.ClosingPeriods.FirstOrDefaultAsync(period => period.Id == id && period.Until > now, cancellationToken);
    }

    private static PageResult Again(int status) => new() { StatusCode = status };
}
