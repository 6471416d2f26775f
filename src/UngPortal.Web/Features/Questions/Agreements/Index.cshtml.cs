using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Questions.Agreements;

/// <summary>Agreed against answered: every organisation for those who keep the plan, the own one for its administrator.</summary>
[ForRoles(StaffRole.PortfolioManager, StaffRole.ChiefEditor, StaffRole.OrganisationAdmin)]
public sealed class IndexModel(AgreementFigures figures) : PageModel
{
    public IReadOnlyList<AgreementLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var person = HttpContext.Staff;
        var own = person.Is(StaffRole.PortfolioManager, StaffRole.ChiefEditor) ? null : person.OrganisationsAs(StaffRole.OrganisationAdmin);
        Lines = await figures.ReadAsync(own, cancellationToken);
    }
}
