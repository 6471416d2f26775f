using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.External;

/// <summary>What a provider's claims say about organisation and roles.</summary>
public sealed class ExternalSeats(PortalDbContext db, AuditTrail audit, TimeProvider time)
{
    /// <summary>The organisation that the claim names; null when there is none such here or the provider names none.</summary>
    public async Task<Organisation?> HouseAsync(SignInProvider provider, ClaimsPrincipal who, CancellationToken cancellationToken)
    {
        // Some write the number alone, some after the register's own number (ISO 6523): 0192:999999999.
        var written = provider.OrganisationClaim is { } type ? who.FindFirst(type)?.Value.Split(':')[^1] : null;
        return OrganisationNumber.TryParse(written, out var number)
            ? await db.Organisations.Include(one => one.Agreements).FirstOrDefaultAsync(one => one.Number == number, cancellationToken)
            : null;
    }

    /// <summary>Makes the person's roles in the organisation those that the provider says, of the roles it has a say in and the organisation offers.</summary>
    public async Task FollowClaimsAsync(SignInProvider provider, ClaimsPrincipal who, StaffMember person, Organisation? house, CancellationToken cancellationToken)
    {
        if (provider.RoleClaim is not { } type || house is null)
        {
            return;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var said = who.FindAll(type).Where(claim => provider.Roles.ContainsKey(claim.Value)).Select(claim => provider.Roles[claim.Value]).Intersect(house.RolesOffered).ToList();
        var decided = provider.Roles.Values.ToList();
        var held = await db.Memberships.Where(seat => seat.StaffId == person.Id && seat.OrganisationId == house.Id && seat.EndedAt == null && decided.Contains(seat.Role)).ToListAsync(cancellationToken);
        foreach (var seat in held.Where(seat => !said.Contains(seat.Role)))
        {
            seat.End(now);
            audit.Record(null, "role-ended", $"staff:{person.Id}", $"{seat.Role} ({provider.Key})", house.Id);
        }

        foreach (var role in said.Except(held.Select(seat => seat.Role)))
        {
            db.Memberships.Add(new Membership { StaffId = person.Id, OrganisationId = house.Id, Role = role, GrantedAt = now, GrantedById = null });
            audit.Record(null, "role-granted", $"staff:{person.Id}", $"{role} ({provider.Key})", house.Id);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
