using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;

namespace UngPortal.Testing;

/// <summary>Invented staff for tests, signed in with a real session and its cookie.</summary>
public static class StaffVisits
{
    /// <summary>The number of the organisation that staff belong to unless a test says otherwise.</summary>
    public const string OwnHouse = "999999999";

    /// <summary>The number of another organisation.</summary>
    public const string OtherHouse = "998877660";

    /// <summary>Every role but the platform administrator's, which takes the right to read what young people write from whoever holds it.</summary>
    public static readonly StaffRole[] EveryDesk = [.. Enum.GetValues<StaffRole>().Except([StaffRole.PlatformAdmin])];

    private static int _people;

    extension(PortalApp app)
    {
        /// <summary>A client signed in as a new person with the role in the house of <see cref="OwnHouse"/>.</summary>
        public async Task<HttpClient> SignInAsAsync(StaffRole role, string house = OwnHouse) => await app.SignInAsync(await app.HireAsync(house, role));

        /// <summary>A new person with the roles in an organisation, which is made with an agreement of a year when it isn't there. Returns the person's number.</summary>
        public Task<int> HireAsync(string house = OwnHouse, params StaffRole[] roles) => app.InDatabaseAsync(async db =>
        {
            var now = db.Time.GetUtcNow().UtcDateTime;
            var organisation = await db.Organisations.FirstOrDefaultAsync(one => one.Number == house);
            if (organisation is null)
            {
                organisation = db.Organisations.Add(new Organisation { Number = house }).Entity;
                organisation.Describe($"Prøvehuset {house}", Sector.CivilSociety, "Kari Prøve", "kari@prove.invalid", "", Enum.GetValues<StaffRole>(), isCouncilMember: false);
                organisation.Agree(Agreement.Between(OsloTime.DayOf(now).AddDays(-1), OsloTime.DayOf(now).AddYears(1), "PRØVE"));
                await db.SaveChangesAsync();
            }

            var person = StaffMember.Create($"person{Interlocked.Increment(ref _people)}@prove.invalid", $"Person {_people}", now);
            person.NormalizedUserName = person.NormalizedEmail = person.Email!.ToUpperInvariant();
            person.SecurityStamp = Guid.NewGuid().ToString();
            db.Staff.Add(person);
            await db.SaveChangesAsync();
            db.Memberships.AddRange(roles.Select(role => new Membership { StaffId = person.Id, OrganisationId = organisation.Id, Role = role, GrantedAt = now, GrantedById = null }));
            await db.SaveChangesAsync();
            return person.Id;
        });

        /// <summary>A client with a session of the person: https, no redirects followed.</summary>
        public async Task<HttpClient> SignInAsync(int staffId)
        {
            var (name, value) = await app.BeginSessionAsync(staffId);
            var client = app.CreateVisitor();
            client.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
            return client;
        }

        /// <summary>A new session of the person, freshly confirmed. Returns the cookie that carries it.</summary>
        public async Task<(string Name, string Value)> BeginSessionAsync(int staffId)
        {
            var secret = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
            await app.InDatabaseAsync(db =>
            {
                db.StaffSessions.Add(StaffSession.Begin(staffId, StaffSessions.HashOf(secret), "Chrome, Linux", "passkey", db.Time.GetUtcNow().UtcDateTime));
                return db.SaveChangesAsync();
            });
            return app.SessionCookie(secret);
        }

        /// <summary>The cookie that carries a session's secret, as the site would set it.</summary>
        public (string Name, string Value) SessionCookie(string secret)
        {
            var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var principal = new ClaimsPrincipal(new ClaimsIdentity([new Claim(StaffSessions.SecretClaim, secret)], StaffIdentity.AuthenticationType));
            var now = app.Clock.GetUtcNow();
            var ticket = new AuthenticationTicket(
                principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + StaffSession.LengthMost }, IdentityConstants.ApplicationScheme);
            return (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
        }
    }
}
