using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.People;

/// <summary>What administrators do to others' access. Each ends the person's sessions and writes itself down; a refusal is the key of a text, null means done.</summary>
public sealed class RoleChanges(PortalDbContext db, PeopleReach reach, StaffSessions sessions, AuditTrail audit, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<string?> GrantAsync(StaffIdentity actor, int staffId, int organisationId, StaffRole role, CancellationToken cancellationToken)
    {
        if (await reach.OrganisationsOf(actor).Include(one => one.Agreements).FirstOrDefaultAsync(one => one.Id == organisationId, cancellationToken) is not { } house)
        {
            return "People_OtherHouse";
        }

        if (actor.Id == staffId)
        {
            return "People_NotSelf";
        }

        if (!house.RolesOffered.Contains(role) || !PeopleReach.MayHandle(actor, role))
        {
            return "People_RoleNotOffered";
        }

        var held = await db.Memberships.Where(seat => seat.StaffId == staffId && seat.OrganisationId == organisationId && seat.EndedAt == null).Select(seat => seat.Role).ToListAsync(cancellationToken);
        if (held.Contains(role))
        {
            return "People_HasRole";
        }

        if (held.Count == 0 && RefusalOf(house.Admit(OsloTime.DayOf(Now), await reach.PeopleInAsync(organisationId, Now, cancellationToken))) is { } refusal)
        {
            return refusal;
        }

        db.Memberships.Add(new Membership { StaffId = staffId, OrganisationId = organisationId, Role = role, GrantedAt = Now, GrantedById = actor.Id });
        return await SaveAsync(actor, "role-granted", staffId, role.ToString(), organisationId, cancellationToken);
    }

    public async Task<string?> EndAsync(StaffIdentity actor, int staffId, int organisationId, StaffRole role, CancellationToken cancellationToken)
    {
        if (actor.Id == staffId)
        {
            return "People_NotSelf";
        }

        var seats = await reach.SeatsOf(actor).Where(seat => seat.StaffId == staffId && seat.OrganisationId == organisationId && seat.Role == role).ToListAsync(cancellationToken);
        if (seats.Count == 0)
        {
            return "People_RoleGone";
        }

        if (!PeopleReach.MayHandle(actor, role))
        {
            return "People_NotYours";
        }

        seats.ForEach(seat => seat.End(Now));
        return await SaveAsync(actor, "role-ended", staffId, role.ToString(), organisationId, cancellationToken);
    }

    public async Task<string?> DisableAsync(StaffIdentity actor, int staffId, CancellationToken cancellationToken)
    {
        var person = await db.Staff.FirstAsync(one => one.Id == staffId, cancellationToken);
        if (person.IsDisabled || !await reach.MayDisableAsync(actor, staffId, cancellationToken))
        {
            return person.IsDisabled ? "People_IsDisabled" : "People_NotYours";
        }

        person.Disable(Now);
        return await SaveAsync(actor, "staff-disabled", staffId, "", null, cancellationToken);
    }

    public async Task<string?> EnableAsync(StaffIdentity actor, int staffId, CancellationToken cancellationToken)
    {
        if (!await reach.MayDisableAsync(actor, staffId, cancellationToken))
        {
            return "People_NotYours";
        }

        (await db.Staff.FirstAsync(one => one.Id == staffId, cancellationToken)).Enable(Now);
        return await SaveAsync(actor, "staff-enabled", staffId, "", null, cancellationToken);
    }

    /// <summary>Signs the person out everywhere; it shuts nobody out.</summary>
    public async Task<string?> EndSessionsAsync(StaffIdentity actor, int staffId, CancellationToken cancellationToken)
    {
        if (actor.Id == staffId)
        {
            return "People_NotSelf";
        }

        var ended = await sessions.EndAllAsync(staffId, _ => true, cancellationToken);
        return await SaveAsync(actor, "sessions-ended", staffId, $"{ended}", null, cancellationToken);
    }

    /// <summary>Why an organisation has no place; null when it has.</summary>
    public static string? RefusalOf(Room room) => room switch
    {
        Room.NoAgreement => "People_NoAgreement",
        Room.Full => "People_Full",
        _ => null,
    };

    private async Task<string?> SaveAsync(StaffIdentity actor, string action, int staffId, string detail, int? organisationId, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(staffId, _ => true, cancellationToken);
        audit.Record(actor, action, $"staff:{staffId}", detail, organisationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return "People_TryAgain";
        }
    }
}
