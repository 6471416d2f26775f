using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.Factors;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.Joining;

/// <summary>Turns an open invitation into an account with password, app and recovery codes, or renews those of somebody who begins anew.</summary>
public sealed class Enrolment(
    PortalDbContext db, Invitations invitations, StaffPasswords passwords, Authenticator authenticator, RecoveryCodeBook codes, StaffSessions sessions, AuditTrail audit, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Uses the invitation and saves. Returns the person and the recovery codes; null when somebody else was faster, the address has an account, or the person was disabled meanwhile.</summary>
    public async Task<(StaffMember Person, IReadOnlyList<string> Codes)?> RunAsync(Invitation invitation, EnrolmentFacts facts, CancellationToken cancellationToken)
    {
        try
        {
            if (await PersonAsync(invitation, facts, cancellationToken) is not { } person || !authenticator.TrySetUp(person, facts.Carried, facts.Code))
            {
                return null;
            }

            passwords.Choose(person, facts.Password);
            invitation.Use(Now);
            await RolesAsync(invitation, person, cancellationToken);
            var issued = await codes.ReplaceAsync(person.Id, cancellationToken);
            audit.Record(null, invitation.Kind == InvitationKind.BeginAnew ? "began-anew" : "joined", $"staff:{person.Id}");
            await db.SaveChangesAsync(cancellationToken);
            return (person, issued);
        }
        catch (DbUpdateException) when (db.Invitations.AsNoTracking().Any(one => one.Id == invitation.Id && one.UsedAt != null) || db.Staff.AsNoTracking().Any(one => one.Email == facts.Email))
        {
            return null;
        }
    }

    /// <summary>The row of the person. It is saved before the rest, without a password, so that a crash in between leaves an account that nobody can use and a link that still works.</summary>
    private async Task<StaffMember?> PersonAsync(Invitation invitation, EnrolmentFacts facts, CancellationToken cancellationToken)
    {
        if (invitation.StaffId is { } id)
        {
            var known = await db.Staff.FirstAsync(member => member.Id == id, cancellationToken);
            if (known.IsDisabled)
            {
                return null;
            }

            db.RemoveRange(await db.Set<IdentityUserPasskey<int>>().Where(passkey => passkey.UserId == id).ToListAsync(cancellationToken));
            await sessions.EndAllAsync(id, _ => true, cancellationToken);
            invitations.Notify(id, "began-anew");
            known.Used(Now);
            return known;
        }

        var address = facts.Email.ToUpperInvariant();
        var person = await db.Staff.FirstOrDefaultAsync(member => member.NormalizedEmail == address, cancellationToken);
        if (person is null)
        {
            person = db.Staff.Add(StaffMember.Create(facts.Email, facts.Name, Now)).Entity;
            await db.SaveChangesAsync(cancellationToken);
        }

        person.Used(Now);
        return person.HasTotp || person.IsDisabled ? null : person;
    }

    /// <summary>The roles of this invitation and of every other open one to the same address: the second link couldn't be used any more.</summary>
    private async Task RolesAsync(Invitation invitation, StaffMember person, CancellationToken cancellationToken)
    {
        if (invitation.Kind != InvitationKind.Join)
        {
            return;
        }

        var others = await db.Invitations.Where(one => one.Kind == InvitationKind.Join && one.Email == invitation.Email && one.Id != invitation.Id && one.UsedAt == null && one.WithdrawnAt == null)
            .ToListAsync(cancellationToken);
        foreach (var open in others.FindAll(one => one.IsOpen(Now)))
        {
            open.Use(Now);
        }

        foreach (var used in others.FindAll(one => one.UsedAt is not null).Prepend(invitation).Where(one => one.OrganisationId is not null))
        {
            await invitations.GrantAsync(person.Id, used.OrganisationId!.Value, used.Roles, used.InvitedById, actor: null, cancellationToken);
        }
    }
}
