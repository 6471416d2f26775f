using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.People;

[ForRoles(StaffRole.OrganisationAdmin, StaffRole.PortfolioManager, StaffRole.PlatformAdmin)]
[FreshSignIn]
public sealed class InviteModel(PortalDbContext db, PeopleReach reach, Invitations invitations, TimeProvider time) : PageModel
{
    [BindProperty(Name = "")]
    public InviteForm Input { get; set; } = new();

    public IReadOnlyList<Organisation> Houses { get; private set; } = [];

    /// <summary>The roles that at least one of the organisations offers and the person may give.</summary>
    public IEnumerable<StaffRole> Roles => Houses.SelectMany(house => house.RolesOffered).Where(role => PeopleReach.MayHandle(HttpContext.Staff, role)).Distinct().Order();

    public async Task OnGetAsync(bool sendt, CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        ViewData["Flash"] = sendt ? "People_Invited" : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        (await new InviteForm.Validator().ValidateAsync(Input, cancellationToken)).AddToModelState(ModelState);
        if (ModelState.IsValid && await RefusalAsync(cancellationToken) is ({ } field, { } message))
        {
            ModelState.AddModelError(field, message);
        }

        return ModelState.IsValid ? await SendAsync(cancellationToken) : Again(StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IActionResult> SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await invitations.InviteAsync(Input.Epost!.Trim(), Input.Navn!.Trim(), Input.Organisasjon!.Value, [.. Input.Roller.Distinct()], HttpContext.Staff, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            ModelState.AddModelError("", "People_TryAgain");
            return Again(StatusCodes.Status409Conflict);
        }

        return LocalRedirect("/admin/folk/inviter?sendt=true");
    }

    private PageResult Again(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    private async Task<(string? Field, string? Message)> RefusalAsync(CancellationToken cancellationToken)
    {
        if (Houses.FirstOrDefault(one => one.Id == Input.Organisasjon) is not { } house)
        {
            return (nameof(Input.Organisasjon), "People_OtherHouse");
        }

        if (Input.Roller.Any(role => !house.RolesOffered.Contains(role) || !PeopleReach.MayHandle(HttpContext.Staff, role)))
        {
            return (nameof(Input.Roller), "People_RoleNotOffered");
        }

        var self = HttpContext.Staff.Id;
        var address = Input.Epost!.Trim().ToUpperInvariant();
        if (await db.Staff.AnyAsync(person => person.Id == self && person.NormalizedEmail == address, cancellationToken))
        {
            return (nameof(Input.Epost), "People_NotSelf");
        }

        var now = time.GetUtcNow().UtcDateTime;
        var room = house.Admit(OsloTime.DayOf(now), await reach.PeopleInAsync(house.Id, now, cancellationToken));
        return (nameof(Input.Organisasjon), RoleChanges.RefusalOf(room));
    }

    private async Task ReadAsync(CancellationToken cancellationToken) =>
        Houses = await reach.OrganisationsOf(HttpContext.Staff).Include(one => one.Agreements).OrderBy(one => one.SearchName).ToListAsync(cancellationToken);
}
