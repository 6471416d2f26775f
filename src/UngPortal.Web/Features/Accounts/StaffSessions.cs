using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts.Sessions;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Accounts;

/// <summary>Begins, recognises and ends sessions. A session's cookie holds 256 random bits and nothing else that counts.</summary>
public sealed class StaffSessions(PortalDbContext db, AuditTrail audit, KnownBrowsers browsers, TimeProvider time)
{
    public const string SecretClaim = "secret";
    private const int SecretBytes = 32;
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Signs the person in after all factors held: a new session with a new secret, whatever cookie came along.</summary>
    public async Task BeginAsync(HttpContext context, StaffMember person, string method, CancellationToken cancellationToken)
    {
        if (!person.MaySignIn(Now))
        {
            throw new InvalidOperationException("This person may not sign in.");
        }

        if (context.StaffOrNull is { } before)
        {
            await EndAllAsync(before.Id, session => session.Id == before.SessionId, cancellationToken);
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        var browser = BrowserName.Of(context.Request.Headers.UserAgent.ToString());
        await NoticeNewBrowserAsync(person.Id, browser, cancellationToken);
        db.StaffSessions.Add(StaffSession.Begin(person.Id, HashOf(secret), browser, method, Now));
        person.Used(Now);
        audit.Record(new StaffIdentity { Id = person.Id, Name = person.DisplayName, SessionId = 0, ConfirmedAt = Now, Seats = [] }, "signed-in", $"staff:{person.Id}", method);
        await db.SaveChangesAsync(cancellationToken);
        var ticket = new ClaimsPrincipal(new ClaimsIdentity([new Claim(SecretClaim, secret)], StaffIdentity.AuthenticationType));
        await context.SignInAsync(IdentityConstants.ApplicationScheme, ticket);
        browsers.Remember(context, person);
    }

    /// <summary>Who a secret belongs to, with the roles of this moment; null when the session has ended, the person is disabled or the secret is unknown. What a script asks by itself does not count as being there.</summary>
    public async Task<StaffIdentity?> FindAsync(string secret, bool isInBackground, CancellationToken cancellationToken)
    {
        var hash = HashOf(secret);
        var session = await db.StaffSessions.AsNoTracking().FirstOrDefaultAsync(session => session.SecretHash == hash, cancellationToken);
        if (session is null || !session.IsAlive(Now))
        {
            return null;
        }

        var person = await db.Staff.AsNoTracking().Where(member => member.Id == session.StaffId && member.DisabledAt == null)
            .Select(member => new { member.Id, member.DisplayName }).FirstOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return null;
        }

        if (!isInBackground && Now - session.SeenAt >= SeenEvery)
        {
            await db.StaffSessions.Where(row => row.Id == session.Id).ExecuteUpdateAsync(row => row.SetProperty(seen => seen.SeenAt, Now), cancellationToken);
            await db.Staff.Where(row => row.Id == person.Id).ExecuteUpdateAsync(row => row.SetProperty(used => used.LastUsedAt, Now), cancellationToken);
        }

        var seats = await db.SeatsOf(person.Id, OsloTime.DayOf(Now)).Select(seat => new StaffIdentity.Seat(seat.OrganisationId, seat.Role)).ToListAsync(cancellationToken);
        return new StaffIdentity { Id = person.Id, Name = person.DisplayName, SessionId = session.Id, ConfirmedAt = session.ConfirmedAt, Seats = seats };
    }

    /// <summary>Which of the sessions are still open, to somebody who holds one of the roles today. Asking keeps none of them open.</summary>
    public async Task<IReadOnlySet<long>> StillOpenAsync(IReadOnlyCollection<long> ids, IReadOnlyCollection<StaffRole> roles, CancellationToken cancellationToken)
    {
        var open = (await db.StaffSessions.AsNoTracking().Where(session => ids.Contains(session.Id) && session.EndedAt == null && db.Set<StaffMember>().Any(member => member.Id == session.StaffId && member.DisabledAt == null))
            .ToListAsync(cancellationToken)).Where(session => session.IsAlive(Now)).ToList();
        var still = new HashSet<long>();
        foreach (var person in open.GroupBy(session => session.StaffId))
        {
            if (await db.SeatsOf(person.Key, OsloTime.DayOf(Now)).AnyAsync(seat => roles.Contains(seat.Role), cancellationToken))
            {
                still.UnionWith(person.Select(session => session.Id));
            }
        }

        return still;
    }

    /// <summary>Ends the person's own session.</summary>
    public async Task EndAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.StaffOrNull is { } person)
        {
            await EndAllAsync(person.Id, session => session.Id == person.SessionId, cancellationToken);
            audit.Record(person, "signed-out", $"staff:{person.Id}");
            await db.SaveChangesAsync(cancellationToken);
        }

        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ends a person's open sessions that fit; takes effect with the save, on every node. Returns how many.</summary>
    public async Task<int> EndAllAsync(int staffId, Func<StaffSession, bool> which, CancellationToken cancellationToken)
    {
        var open = await db.StaffSessions.Where(session => session.StaffId == staffId && session.EndedAt == null).ToListAsync(cancellationToken);
        var ending = open.Where(which).ToList();
        ending.ForEach(session => session.End(Now));
        return ending.Count;
    }

    /// <summary>Tells the person about a sign-in from a browser of a kind not used before. Source: ASVS 5.0 V6.3.5.</summary>
    private async Task NoticeNewBrowserAsync(int staffId, string browser, CancellationToken cancellationToken)
    {
        var known = await db.StaffSessions.Where(session => session.StaffId == staffId).Select(session => session.Browser).Distinct().ToListAsync(cancellationToken);
        if (known.Count > 0 && !known.Contains(browser))
        {
            db.Announce(Invitations.NoticeKind, $"{staffId}:new-browser");
        }
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
