using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Data;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Accounts.Factors;

/// <summary>Checks and sets passwords. A wrong one costs the same work whether the account is there or not. Source: ASVS 5.0 V6.3.8.</summary>
public sealed class StaffPasswords(PortalDbContext db, IPasswordHasher<StaffMember> hasher, DecoyHash decoy, TimeProvider time)
{
    private static readonly StaffMember Nobody = StaffMember.Create("", "", DateTime.UnixEpoch);

    /// <summary>The person with this address and password who may sign in with them; null otherwise, for whatever reason.</summary>
    public async Task<StaffMember?> FindAsync(string email, string password, CancellationToken cancellationToken)
    {
        var address = email.Trim().ToUpperInvariant();
        // Not followed until the password fits: a followed person is looked through once more when the refusal is saved, which took measurably longer than nobody.
        var person = await db.Staff.AsNoTracking().FirstOrDefaultAsync(member => member.NormalizedEmail == address, cancellationToken);
        var usable = person is { PasswordHash: not null, HasTotp: true } && person.MaySignIn(time.GetUtcNow().UtcDateTime);
        var fits = hasher.VerifyHashedPassword(Nobody, usable ? person!.PasswordHash! : decoy.Value, password) != PasswordVerificationResult.Failed;
        return usable && fits ? await db.Staff.FirstOrDefaultAsync(member => member.Id == person!.Id, cancellationToken) : null;
    }

    public bool Fits(StaffMember person, string? password) =>
        hasher.VerifyHashedPassword(person, person.PasswordHash ?? decoy.Value, password ?? "") != PasswordVerificationResult.Failed && person.PasswordHash is not null;

    public void Choose(StaffMember person, string password) => person.ChoosePassword(hasher.HashPassword(person, password));

    /// <summary>The key of what is wrong with a password for this person; null when it can be used. Names of the person, of the own organisations and of the one that invites are too easy.</summary>
    public async Task<string?> ProblemAsync(string? password, IEnumerable<string> names, int? staffId, int? organisationId, CancellationToken cancellationToken)
    {
        var houses = await db.Organisations
            .Where(house => house.Id == organisationId || db.Set<Membership>().Any(seat => seat.OrganisationId == house.Id && seat.StaffId == staffId && seat.EndedAt == null))
            .Select(house => house.Name).ToListAsync(cancellationToken);
        return PasswordRules.ProblemOf(password ?? "", names.Concat(houses)) switch
        {
            null => null,
            PasswordProblem.TooShort => "Password_TooShort",
            PasswordProblem.TooLong => "Password_TooLong",
            PasswordProblem.Personal => "Password_Personal",
            _ => "Password_Common",
        };
    }
}
