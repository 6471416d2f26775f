using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.External;

/// <summary>Finds who a provider means: by an earlier link, else by a checked address of somebody known or invited, which makes the link.</summary>
public sealed class ExternalPeople(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    private const string SubjectClaim = "sub";
    private const string EmailClaim = "email";
    private const string VerifiedClaim = "email_verified";

    /// <summary>The person; null for somebody unknown. A new link is saved at once.</summary>
    public async Task<StaffMember?> FindAsync(SignInProvider provider, ClaimsPrincipal who, CancellationToken cancellationToken)
    {
        if (who.FindFirst(SubjectClaim)?.Value is not { Length: > 0 } subject)
        {
            return null;
        }

        var logins = db.Set<IdentityUserLogin<int>>();
        if (await logins.FirstOrDefaultAsync(login => login.LoginProvider == provider.Key && login.ProviderKey == subject, cancellationToken) is { } known)
        {
            return await db.Staff.FirstAsync(person => person.Id == known.UserId, cancellationToken);
        }

        if (CheckedAddress(provider, who) is not { } address
            || (await db.Staff.FirstOrDefaultAsync(one => one.NormalizedEmail == address, cancellationToken) ?? await FromInvitationAsync(address, cancellationToken)) is not { } person
            || await logins.AnyAsync(login => login.LoginProvider == provider.Key && login.UserId == person.Id, cancellationToken))
        {
            return null; // An address that has another account with the same provider may have changed hands.
        }

        logins.Add(new IdentityUserLogin<int> { LoginProvider = provider.Key, ProviderKey = subject, ProviderDisplayName = provider.Name, UserId = person.Id });
        audit.Record(Self(person), "login-linked", $"staff:{person.Id}", provider.Key);
        await db.SaveChangesAsync(cancellationToken);
        return person;
    }

    private static string? CheckedAddress(SignInProvider provider, ClaimsPrincipal who) =>
        provider.TrustsEmail || string.Equals(who.FindFirst(VerifiedClaim)?.Value, "true", StringComparison.OrdinalIgnoreCase)
            ? who.FindFirst(EmailClaim)?.Value.Trim().ToUpperInvariant()
            : null;

    /// <summary>A checked address is as good as the link that was sent to it.</summary>
    private async Task<StaffMember?> FromInvitationAsync(string address, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var since = now - Invitation.Lasts;
        var open = await db.Invitations.Where(one => one.Kind == InvitationKind.Join && one.UsedAt == null && one.WithdrawnAt == null && one.StaffId == null && one.OrganisationId != null && one.CreatedAt >= since)
            .OrderByDescending(one => one.Id).ToListAsync(cancellationToken);
        if (open.Find(one => string.Equals(one.Email, address, StringComparison.OrdinalIgnoreCase)) is not { OrganisationId: { } house } invitation)
        {
            return null;
        }

        invitation.Use(now);
        var person = StaffMember.Create(invitation.Email, invitation.DisplayName, now);
        person.NormalizedUserName = person.NormalizedEmail = address;
        person.SecurityStamp = Guid.NewGuid().ToString();
        db.Staff.Add(person);
        await db.SaveChangesAsync(cancellationToken);
        db.Memberships.AddRange(invitation.Roles.Select(role => new Membership { StaffId = person.Id, OrganisationId = house, Role = role, GrantedAt = now, GrantedById = invitation.InvitedById }));
        audit.Record(Self(person), "invitation-accepted", $"staff:{person.Id}", string.Join(", ", invitation.Roles), house);
        return person;
    }

    private StaffIdentity Self(StaffMember person) => new() { Id = person.Id, Name = person.DisplayName, SessionId = 0, ConfirmedAt = time.GetUtcNow().UtcDateTime, Seats = [] };
}
