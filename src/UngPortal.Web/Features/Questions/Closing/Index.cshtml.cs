using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Closing;

/// <summary>When no questions are taken in, now and to come.</summary>
[ForRoles(StaffRole.ChiefEditor, StaffRole.TriageEditor)]
public sealed class IndexModel(PortalDbContext db, ClosingDesk desk) : PageModel
{
    private const int Most = 100;

    [BindProperty(Name = "")]
    public ClosingForm Input { get; set; } = new();

    public IReadOnlyList<ClosingPeriod> Periods { get; private set; } = [];

    public DateTime Now => desk.Now;

    public Task OnGetAsync(CancellationToken cancellationToken) => ReadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        (await new ClosingForm.Validator(Now).ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ReadAsync(cancellationToken);
            return Page();
        }

        await desk.AddAsync(Input, HttpContext.Staff, cancellationToken);
        return LocalRedirect("~/admin/sporsmal/stengt?gjort=lagret");
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        Periods = await db.ClosingPeriods.AsNoTracking().Where(period => period.Until > now).OrderBy(period => period.From).Take(Most).ToListAsync(cancellationToken);
    }
}
