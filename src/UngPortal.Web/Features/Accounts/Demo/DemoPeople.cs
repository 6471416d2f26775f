using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Accounts.Demo;

/// <summary>Invented people for every role in two invented organisations, so that the house can be tried. In Development only: nothing of this is registered elsewhere.</summary>
internal sealed class DemoPeople(PortalDbContext db, TimeProvider time) : IStartupStep
{
    /// <summary>Demo addresses end with this; the domain can't exist (RFC 2606).</summary>
    public const string Domain = "@demo.invalid";

    private static readonly (string Number, string Name, Sector Sector)[] Houses =
        [("999999999", "Demo: UngPortal-redaksjonen", Sector.State), ("998877660", "Demo: Fjellvik kommune", Sector.Municipality)];

    private static readonly string[] FirstNames =
        ["Nora", "Emil", "Sofie", "Jakob", "Ingrid", "Amir", "Thea", "Oskar", "Selma", "Noah", "Maja", "Filip", "Hedda", "Elias", "Frida", "Aksel", "Liv"];

    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var today = OsloTime.DayOf(now);
        foreach (var (house, at) in Houses.Select((house, at) => (house, at)))
        {
            var organisation = await OrganisationAsync(house, today, cancellationToken);
            foreach (var role in Enum.GetValues<StaffRole>())
            {
                await PersonAsync(organisation, role, $"{FirstNames[(int)role - 1]} {(at == 0 ? "Demo" : "Fjellvik")}", at, now, cancellationToken);
            }
        }

        return "demo people: " + await db.Staff.CountAsync(member => member.Email!.EndsWith(Domain), cancellationToken);
    }

    /// <summary>The address of a role's person in the first house (0) or the second (1).</summary>
    public static string AddressOf(StaffRole role, int house) => $"{role.ToString().ToLowerInvariant()}{(house == 0 ? "" : $".{house + 1}")}{Domain}";

    private async Task<Organisation> OrganisationAsync((string Number, string Name, Sector Sector) house, DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Organisations.Include(one => one.Agreements).FirstOrDefaultAsync(one => one.Number == house.Number, cancellationToken) is not { } organisation)
        {
            organisation = db.Organisations.Add(new Organisation { Number = house.Number }).Entity;
            organisation.Describe(house.Name, house.Sector, "Kari Demo", "kari" + Domain, "", Enum.GetValues<StaffRole>(), isCouncilMember: true);
        }

        if (!organisation.HasAgreementOn(today))
        {
            organisation.Agree(Agreement.Between(today, today.AddYears(1), "DEMO"));
        }

        await db.SaveChangesAsync(cancellationToken);
        return organisation;
    }

    private async Task PersonAsync(Organisation organisation, StaffRole role, string name, int house, DateTime now, CancellationToken cancellationToken)
    {
        var address = AddressOf(role, house);
        if (await db.Staff.FirstOrDefaultAsync(member => member.Email == address, cancellationToken) is { } known)
        {
            known.Used(now);
            await db.SaveChangesAsync(cancellationToken);
            return;
        }

        var person = StaffMember.Create(address, name, now);
        db.Staff.Add(person);
        await db.SaveChangesAsync(cancellationToken);
        db.Memberships.Add(new Membership { StaffId = person.Id, OrganisationId = organisation.Id, Role = role, GrantedAt = now, GrantedById = null });
        await db.SaveChangesAsync(cancellationToken);
    }
}
