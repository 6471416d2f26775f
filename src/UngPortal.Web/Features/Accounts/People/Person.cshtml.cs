using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Accounts.People;

[ForRoles(StaffRole.OrganisationAdmin, StaffRole.PortfolioManager, StaffRole.PlatformAdmin)]
public sealed class PersonModel(PersonReader reader, PeopleReach reach) : PageModel
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
}
