using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Alerts;

/// <summary>Who hears of what can't wait: those who sort, safeguarding officers and chief editors who may sign in today.</summary>
public sealed class Coordinators(PortalDbContext db)
{
    private static readonly StaffRole[] Roles = [StaffRole.TriageEditor, StaffRole.SafeguardingOfficer, StaffRole.ChiefEditor];

    public async Task<IReadOnlyList<string>> AddressesAsync(CancellationToken cancellationToken)
    {
        var now = db.Time.GetUtcNow().UtcDateTime;
        var seats = await db.Memberships.AsNoTracking().Where(seat => seat.EndedAt == null && Roles.Contains(seat.Role)).Select(seat => new { seat.StaffId, seat.OrganisationId }).ToListAsync(cancellationToken);
        var houses = (await db.Organisations.AsNoTracking().Include(one => one.Agreements).ToListAsync(cancellationToken)).Where(one => one.HasAgreementOn(OsloTime.DayOf(now))).Select(one => one.Id).ToHashSet();
        var ids = seats.Where(seat => houses.Contains(seat.OrganisationId)).Select(seat => seat.StaffId).Distinct().ToList();
        var people = await db.Staff.AsNoTracking().Where(member => ids.Contains(member.Id)).ToListAsync(cancellationToken);
        return [.. people.Where(member => member.MaySignIn(now)).Select(member => member.Email).OfType<string>().Order(StringComparer.Ordinal)];
    }
}
