using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.People;

/// <summary>Whom an administrator may see and what they may change: an organisation's administrator the own organisation, the portal's administrators all.</summary>
public sealed class PeopleReach(PortalDbContext db)
{
    /// <summary>Who looks after all organisations.</summary>
    private static readonly StaffRole[] WholePortal = [StaffRole.PlatformAdmin, StaffRole.PortfolioManager];

    /// <summary>Rights over the whole portal are not an organisation's to give or to touch. A safeguarding officer reads what young people wrote to all of them.</summary>
    public static bool IsWholePortal(StaffRole role) => role == StaffRole.SafeguardingOfficer || WholePortal.Contains(role);

    /// <summary>The organisations whose people the actor looks after.</summary>
    public IQueryable<Organisation> OrganisationsOf(StaffIdentity actor)
    {
        var own = actor.OrganisationsAs(StaffRole.OrganisationAdmin);
        return actor.Is(WholePortal) ? db.Organisations : db.Organisations.Where(one => own.Contains(one.Id));
    }

    /// <summary>The people the actor may see. Who lost every role is still seen by the portal's administrators.</summary>
    public IQueryable<StaffMember> PeopleOf(StaffIdentity actor)
    {
        var own = actor.OrganisationsAs(StaffRole.OrganisationAdmin);
        return actor.Is(WholePortal)
            ? db.Staff
            : db.Staff.Where(person => db.Set<Membership>().Any(seat => seat.StaffId == person.Id && seat.EndedAt == null && own.Contains(seat.OrganisationId)));
    }

    /// <summary>The roles of the people that the actor may see.</summary>
    public IQueryable<Membership> SeatsOf(StaffIdentity actor)
    {
        var own = actor.OrganisationsAs(StaffRole.OrganisationAdmin);
        var open = db.Memberships.Where(seat => seat.EndedAt == null);
        return actor.Is(WholePortal) ? open : open.Where(seat => own.Contains(seat.OrganisationId));
    }

    /// <summary>Whether the actor may give or take the role; nobody gives more than they hold.</summary>
    public static bool MayHandle(StaffIdentity actor, StaffRole role) => role switch
    {
        StaffRole.PlatformAdmin => actor.Is(StaffRole.PlatformAdmin),
        StaffRole.PortfolioManager or StaffRole.SafeguardingOfficer => actor.Is(WholePortal),
        _ => true,
    };

    /// <summary>Whether the actor may shut the person out or let them in: not oneself, nobody with greater rights, and for an organisation only who works nowhere else.</summary>
    public async Task<bool> MayDisableAsync(StaffIdentity actor, int staffId, CancellationToken cancellationToken)
    {
        var seats = await db.Memberships.Where(seat => seat.StaffId == staffId && seat.EndedAt == null).ToListAsync(cancellationToken);
        var own = actor.OrganisationsAs(StaffRole.OrganisationAdmin);
        return actor.Id != staffId && seats.TrueForAll(seat => MayHandle(actor, seat.Role))
            && (actor.Is(WholePortal) || seats.TrueForAll(seat => own.Contains(seat.OrganisationId)));
    }

    /// <summary>How many have access in an organisation or are invited to it.</summary>
    public async Task<int> PeopleInAsync(int organisationId, DateTime now, CancellationToken cancellationToken)
    {
        var since = now - Invitation.Lasts;
        return await db.Memberships.Where(seat => seat.OrganisationId == organisationId && seat.EndedAt == null)
                .Where(seat => db.Set<StaffMember>().Any(person => person.Id == seat.StaffId && person.DisabledAt == null))
                .Select(seat => seat.StaffId).Distinct().CountAsync(cancellationToken)
            + await db.Invitations.CountAsync(
                one => one.OrganisationId == organisationId && one.UsedAt == null && one.WithdrawnAt == null && one.CreatedAt >= since, cancellationToken);
    }
}
