using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.People;

/// <summary>Reads one person for the two pages about one person.</summary>
public sealed class PersonReader(PortalDbContext db, PeopleReach reach, TimeProvider time)
{
    /// <summary>The person; null when there is none whom the actor may see.</summary>
    public async Task<PersonView?> FindAsync(StaffIdentity actor, int id, CancellationToken cancellationToken)
    {
        if (await reach.PeopleOf(actor).AsNoTracking().FirstOrDefaultAsync(person => person.Id == id, cancellationToken) is not { } person)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var sessions = await db.StaffSessions.AsNoTracking().Where(session => session.StaffId == id && session.EndedAt == null).ToListAsync(cancellationToken);
        var seats = await reach.SeatsOf(actor).Where(seat => seat.StaffId == id)
            .Join(db.Set<Organisation>(), seat => seat.OrganisationId, house => house.Id, (seat, house) => new { seat.OrganisationId, house.Name, seat.Role }).Distinct()
            .OrderBy(seat => seat.Name).ThenBy(seat => seat.Role).ToListAsync(cancellationToken);
        return new PersonView(
            person.Id,
            person.DisplayName,
            person.Email!,
            person.LastUsedAt,
            UnusedAccess.StateOf(person, now),
            sessions.Count(session => session.IsAlive(now)),
            person.Id == actor.Id,
            [.. seats.Select(seat => new PersonView.Seat(seat.OrganisationId, seat.Name, seat.Role))]);
    }
}
