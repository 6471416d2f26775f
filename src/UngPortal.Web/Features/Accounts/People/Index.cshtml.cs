using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Features.Shared;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.People;

[ForRoles(StaffRole.OrganisationAdmin, StaffRole.PortfolioManager, StaffRole.PlatformAdmin)]
public sealed class IndexModel(PortalDbContext db, PeopleReach reach, TimeProvider time) : PageModel
{
    private const int PageSize = 50;
    private const int PagesMost = 10_000;

    [BindProperty(Name = "organisasjon", SupportsGet = true)]
    public int? OrganisationId { get; set; }

    [BindProperty(Name = "tilstand", SupportsGet = true)]
    public PersonState? State { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<House> Houses { get; private set; } = [];

    public Pager Pager { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync([FromQuery(Name = "side")] int? number, CancellationToken cancellationToken)
    {
        var actor = HttpContext.Staff;
        Houses = await reach.OrganisationsOf(actor).OrderBy(one => one.SearchName).Select(one => new House(one.Id, one.Name)).ToListAsync(cancellationToken);
        var found = Matching(actor);
        Pager = new Pager("/admin/folk", Filters(), Math.Clamp(number ?? 1, 1, PagesMost), await found.CountAsync(cancellationToken), PageSize);
        if (Pager.IsBeyondTheEnd || (OrganisationId is { } house && Houses.All(one => one.Id != house)))
        {
            return NotFound();
        }

        var now = time.GetUtcNow().UtcDateTime;
        var people = await found.OrderBy(person => person.DisplayName).ThenBy(person => person.Id).Skip((Pager.Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        var ids = people.Select(person => person.Id).ToList();
        var seats = await reach.SeatsOf(actor).Where(seat => ids.Contains(seat.StaffId)).Select(seat => new { seat.StaffId, seat.Role }).Distinct().ToListAsync(cancellationToken);
        var rolesOf = seats.ToLookup(seat => seat.StaffId, seat => seat.Role);
        Rows = [.. people.Select(person => new Row(person.Id, person.DisplayName, person.Email!, [.. rolesOf[person.Id].Order()], person.LastUsedAt, UnusedAccess.StateOf(person, now)))];
        return Page();
    }

    private IQueryable<StaffMember> Matching(StaffIdentity actor)
    {
        var all = reach.PeopleOf(actor).AsNoTracking();
        if (OrganisationId is { } house)
        {
            all = all.Where(person => db.Set<Membership>().Any(seat => seat.StaffId == person.Id && seat.EndedAt == null && seat.OrganisationId == house));
        }

        var before = UnusedAccess.LastUseBefore(time.GetUtcNow().UtcDateTime);
        return State switch
        {
            PersonState.Active => all.Where(person => person.DisabledAt == null && person.LastUsedAt >= before),
            PersonState.Unused => all.Where(person => person.LastUsedAt < before),
            PersonState.Disabled => all.Where(person => person.DisabledAt != null && person.LastUsedAt >= before),
            _ => all,
        };
    }

    private List<KeyValuePair<string, string>> Filters() => [new("organisasjon", OrganisationId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""), new("tilstand", State?.ToString() ?? "")];

    public sealed record House(int Id, string Name);

    public sealed record Row(int Id, string Name, string Email, IReadOnlyList<StaffRole> Roles, DateTime LastUsedAt, PersonState State);
}
