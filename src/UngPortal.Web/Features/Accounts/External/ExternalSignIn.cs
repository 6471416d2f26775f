using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.External;

/// <summary>Lets in, or refuses, somebody a provider has vouched for.</summary>
public sealed class ExternalSignIn(PortalDbContext db, ExternalPeople people, ExternalSeats seats, StaffSessions sessions, AuditTrail audit, TimeProvider time)
{
    private const string Method = "external";
    private const string AcrClaim = "acr";

    /// <summary>Begins a session, or says why not; a refusal is written down and leaves no session.</summary>
    public async Task<ExternalRefusal?> TryAsync(HttpContext context, SignInProvider provider, ClaimsPrincipal who, CancellationToken cancellationToken)
    {
        var (person, refusal) = await FindAsync(provider, who, cancellationToken);
        if (refusal is { } reason)
        {
            await WriteDownAsync(provider, reason, cancellationToken);
            return reason;
        }

        await sessions.BeginAsync(context, person!, Method, cancellationToken);
        return null;
    }

    public async Task WriteDownAsync(SignInProvider provider, ExternalRefusal reason, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        audit.Record(null, "sign-in-refused", $"provider:{provider.Key}", reason.ToString());
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<(StaffMember? Person, ExternalRefusal? Refusal)> FindAsync(SignInProvider provider, ClaimsPrincipal who, CancellationToken cancellationToken)
    {
        if (provider.AcrValues.Count > 0 && !provider.AcrValues.Contains(who.FindFirst(AcrClaim)?.Value))
        {
            return (null, ExternalRefusal.Level);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var house = await seats.HouseAsync(provider, who, cancellationToken);
        if (provider.OrganisationClaim is not null && house?.HasAgreementOn(OsloTime.DayOf(now)) != true)
        {
            return (null, house is null ? ExternalRefusal.OtherOrganisation : ExternalRefusal.NoAgreement);
        }

        if (await people.FindAsync(provider, who, cancellationToken) is not { } person)
        {
            return (null, ExternalRefusal.Unknown);
        }

        if (!person.MaySignIn(now))
        {
            return (null, ExternalRefusal.Closed);
        }

        await seats.FollowClaimsAsync(provider, who, person, house, cancellationToken);
        return (person, await RefusalOfSeatsAsync(person, house, now, cancellationToken));
    }

    private async Task<ExternalRefusal?> RefusalOfSeatsAsync(StaffMember person, Organisation? house, DateTime now, CancellationToken cancellationToken)
    {
        var open = db.SeatsOf(person.Id, OsloTime.DayOf(now));
        if (house is null)
        {
            return await open.AnyAsync(cancellationToken) ? null : ExternalRefusal.NoAgreement;
        }

        return await open.AnyAsync(seat => seat.OrganisationId == house.Id, cancellationToken) ? null : ExternalRefusal.OtherOrganisation;
    }
}
