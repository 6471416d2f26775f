using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Accounts;

/// <summary>Makes links that open an account, announces their mails, and finds the link that somebody opens.</summary>
public sealed class Invitations(PortalDbContext db, AuditTrail audit, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>The outbox kind of a link's mail; the key is <see cref="Invitation.TokenHash"/>, known before the save.</summary>
    public const string MailKind = "staff-invited";

    /// <summary>The outbox kind of a notice about the own account; the key is the person's number, a colon and what happened.</summary>
    public const string NoticeKind = "staff-notice";

    /// <summary>The outbox kind of a wish for a new password; the key is the person's number, or <see cref="Nobody"/> where the address was nobody's.</summary>
    public const string PasswordKind = "staff-password";

    public const string Nobody = "0";

    private const int TokenBytes = 32;
    private readonly IDataProtector _protector = protection.CreateProtector("staff-invitation");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Invites somebody to roles in an organisation, and saves. Somebody who works here already gets the roles at once and a notice.</summary>
    public async Task InviteAsync(
        string email, string displayName, int organisationId, IReadOnlyCollection<StaffRole> roles, StaffIdentity invitedBy, CancellationToken cancellationToken)
    {
        var address = email.Trim().ToUpperInvariant();
        if (await db.Staff.FirstOrDefaultAsync(member => member.NormalizedEmail == address && member.ProtectedTotpSecret != null, cancellationToken) is { } known)
        {
            await GrantAsync(known.Id, organisationId, roles, invitedBy.Id, invitedBy, cancellationToken);
            Notify(known.Id, "roles");
        }
        else
        {
            var invitation = Add(InvitationKind.Join, email.Trim(), displayName.Trim(), organisationId, roles, staffId: null, invitedBy.Id, out _);
            Announce(invitation);
            audit.Record(invitedBy, "invited", $"organisation:{organisationId}", string.Join(", ", roles), organisationId);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Lets somebody who lost their factors begin anew, and saves. Who asks must have made sure who it is. Source: ASVS 5.0 V6.4.4.</summary>
    public async Task BeginAnewAsync(StaffMember person, StaffIdentity sentBy, CancellationToken cancellationToken)
    {
        if (person.Id == sentBy.Id)
        {
            throw new InvalidOperationException("Somebody else must do this.");
        }

        Announce(Add(InvitationKind.BeginAnew, person.Email!, person.DisplayName, organisationId: null, [], person.Id, sentBy.Id, out _));
        audit.Record(sentBy, "begin-anew-sent", $"staff:{person.Id}");
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Makes a link for a new password with the save that follows; the older ones close. Returns the token.</summary>
    public async Task<string> MakePasswordLinkAsync(StaffMember person, CancellationToken cancellationToken)
    {
        await WithdrawAsync(link => link.Kind == InvitationKind.Password && link.StaffId == person.Id, cancellationToken);
        Add(InvitationKind.Password, person.Email!, person.DisplayName, organisationId: null, [], person.Id, invitedById: null, out var token);
        audit.Record(null, "password-link-sent", $"staff:{person.Id}");
        return token;
    }

    /// <summary>The first administrator's link, instead of those printed before; saves. Returns the token.</summary>
    public async Task<string> MakeFirstAsync(CancellationToken cancellationToken)
    {
        await WithdrawAsync(link => link.Kind == InvitationKind.First, cancellationToken);
        Add(InvitationKind.First, "", "", organisationId: null, [], staffId: null, invitedById: null, out var token);
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    /// <summary>The open invitation behind a link; null for one that is forged, used, withdrawn, expired or of another kind.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancellationToken, params InvitationKind[] kinds)
    {
        var hash = StaffSessions.HashOf(token);
        return await db.Invitations.FirstOrDefaultAsync(one => one.TokenHash == hash, cancellationToken) is { } invitation
            && kinds.Contains(invitation.Kind) && invitation.IsOpen(Now)
            ? invitation
            : null;
    }

    /// <summary>The token for the mail; null once the link is spent.</summary>
    public string? TokenOf(Invitation invitation) => invitation.ProtectedToken is { } kept ? _protector.Unprotect(kept) : null;

    /// <summary>Gives roles that the person doesn't hold there yet, with the save that follows.</summary>
    public async Task GrantAsync(
        int staffId, int organisationId, IReadOnlyCollection<StaffRole> roles, int? grantedById, StaffIdentity? actor, CancellationToken cancellationToken)
    {
        var held = await db.Memberships.Where(seat => seat.StaffId == staffId && seat.OrganisationId == organisationId && seat.EndedAt == null)
            .Select(seat => seat.Role).ToListAsync(cancellationToken);
        foreach (var role in roles.Except(held))
        {
            db.Memberships.Add(new Membership { StaffId = staffId, OrganisationId = organisationId, Role = role, GrantedAt = Now, GrantedById = grantedById });
            audit.Record(actor, "role-granted", $"staff:{staffId}", role.ToString(), organisationId);
        }
    }

    /// <summary>Tells the person by mail what happened to the own account, with the save that follows. Source: ASVS 5.0 V6.3.5, V6.3.7.</summary>
    public void Notify(int staffId, string what) => db.Announce(NoticeKind, $"{staffId}:{what}");

    private void Announce(Invitation invitation) => db.Announce(MailKind, invitation.TokenHash);

    private async Task WithdrawAsync(System.Linq.Expressions.Expression<Func<Invitation, bool>> which, CancellationToken cancellationToken)
    {
        var now = Now;
        var links = await db.Invitations.Where(which).Where(link => link.UsedAt == null && link.WithdrawnAt == null).ToListAsync(cancellationToken);
        links.FindAll(link => link.IsOpen(now)).ForEach(link => link.Withdraw(now));
    }

    private Invitation Add(
        InvitationKind kind, string email, string displayName, int? organisationId, IReadOnlyCollection<StaffRole> roles, int? staffId, int? invitedById, out string token)
    {
        token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        return db.Invitations.Add(new Invitation
        {
            Kind = kind,
            Email = email,
            DisplayName = displayName,
            TokenHash = StaffSessions.HashOf(token),
            OrganisationId = organisationId,
            Roles = [.. roles],
            StaffId = staffId,
            InvitedById = invitedById,
            CreatedAt = Now,
        }.Carrying(_protector.Protect(token))).Entity;
    }
}
