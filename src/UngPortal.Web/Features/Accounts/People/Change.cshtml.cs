using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Accounts.People;

[ForRoles(StaffRole.OrganisationAdmin, StaffRole.PortfolioManager, StaffRole.PlatformAdmin)]
[FreshSignIn]
public sealed class ChangeModel(PersonReader reader, PeopleReach reach, RoleChanges changes) : PageModel
{
    public PersonView Person { get; private set; } = null!;

    public bool MayDisable { get; private set; }

    public IReadOnlyList<Offer> Offers { get; private set; } = [];

    public Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public Task<IActionResult> OnPostGrantAsync([FromRoute] int id, int organisasjon, StaffRole rolle, CancellationToken cancellationToken) =>
        DoAsync(id, () => changes.GrantAsync(HttpContext.Staff, id, organisasjon, rolle, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostEndAsync([FromRoute] int id, int organisasjon, StaffRole rolle, CancellationToken cancellationToken) =>
        DoAsync(id, () => changes.EndAsync(HttpContext.Staff, id, organisasjon, rolle, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostDisableAsync([FromRoute] int id, CancellationToken cancellationToken) =>
        DoAsync(id, () => changes.DisableAsync(HttpContext.Staff, id, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostEnableAsync([FromRoute] int id, CancellationToken cancellationToken) =>
        DoAsync(id, () => changes.EnableAsync(HttpContext.Staff, id, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostEndSessionsAsync([FromRoute] int id, CancellationToken cancellationToken) =>
        DoAsync(id, () => changes.EndSessionsAsync(HttpContext.Staff, id, cancellationToken), cancellationToken);

    /// <summary>Does it, unless the person is another organisation's; a refusal comes back as a text on the page.</summary>
    private async Task<IActionResult> DoAsync(int id, Func<Task<string?>> change, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await reader.FindAsync(HttpContext.Staff, id, cancellationToken) is null)
        {
            return NotFound();
        }

        if (await change() is { } refusal)
        {
            ModelState.AddModelError("", refusal);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await ShowAsync(id, cancellationToken);
        }

        var isStillSeen = await reader.FindAsync(HttpContext.Staff, id, cancellationToken) is not null;
        return LocalRedirect(isStillSeen ? $"/admin/folk/{id}?lagret=true" : "/admin/folk");
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancellationToken)
    {
        var actor = HttpContext.Staff;
        if (await reader.FindAsync(actor, id, cancellationToken) is not { } person)
        {
            return NotFound();
        }

        Person = person;
        MayDisable = await reach.MayDisableAsync(actor, id, cancellationToken);
        var houses = await reach.OrganisationsOf(actor).AsNoTracking().OrderBy(one => one.SearchName).ToListAsync(cancellationToken);
        Offers =
        [
            .. houses.Select(house => new Offer(
                house.Id,
                house.Name,
                [.. house.RolesOffered.Where(role => PeopleReach.MayHandle(actor, role) && !person.Seats.Contains(new PersonView.Seat(house.Id, house.Name, role)))])),
        ];
        return Page();
    }

    public sealed record Offer(int OrganisationId, string Organisation, IReadOnlyList<StaffRole> Roles);
}
