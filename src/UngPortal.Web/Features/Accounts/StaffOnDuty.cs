using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts;

/// <summary>Who can be reached in a role: those who may sign in today, under an agreement that holds today.</summary>
public sealed class StaffOnDuty(PortalDbContext db)
{
    /// <summary>Everybody with one of the roles, by address, with those of the roles that they hold.</summary>
    public async Task<IReadOnlyList<Person>> WithAsync(IReadOnlyCollection<StaffRole> roles, CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var seats = await db.Memberships.AsNoTracking().Where(seat => seat.EndedAt == null && roles.Contains(seat.Role)).Select(seat => new { seat.StaffId, seat.OrganisationId, seat.Role }).ToListAsync(cancellationToken);
        var houses = (await db.Organisations.AsNoTracking().Include(one => one.Agreements).ToListAsync(cancellationToken)).Where(one => one.HasAgreementOn(OsloTime.DayOf(now))).Select(one => one.Id).ToHashSet();
        var held = seats.Where(seat => houses.Contains(seat.OrganisationId)).ToLookup(seat => seat.StaffId, seat => seat.Role);
        var ids = held.Select(group => group.Key).ToList();
        var people = await db.Staff.AsNoTracking().Where(member => ids.Contains(member.Id)).ToListAsync(cancellationToken);
        return [.. people.Where(member => member.MaySignIn(now) && member.Email is not null).OrderBy(member => member.Email, StringComparer.Ordinal).Select(member => new Person(member.Id, member.Email!, held[member.Id].ToHashSet()))];
    }

    public sealed record Person(int Id, string Email, IReadOnlySet<StaffRole> Roles)
    {
        public bool Is(params StaffRole[] roles) => Roles.Overlaps(roles);
    }
}
