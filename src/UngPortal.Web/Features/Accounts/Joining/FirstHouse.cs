using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Accounts.Joining;

/// <summary>Founds the organisation that runs the portal and gives its first administrator every right that is needed to let others in.</summary>
public sealed class FirstHouse(PortalDbContext db, Enrolment enrolment, Invitations invitations, TimeProvider time)
{
    private const int AgreementYears = 10;
    private const string Reference = "Drift";

    private static readonly StaffRole[] Rights = [StaffRole.PlatformAdmin, StaffRole.PortfolioManager, StaffRole.OrganisationAdmin, StaffRole.ChiefEditor];

    /// <summary>Saves the house, the person and the rights in one transaction. Null when somebody else was faster.</summary>
    public async Task<(StaffMember Person, IReadOnlyList<string> Codes)?> FoundAsync(
        Invitation invitation, EnrolmentFacts facts, string name, string number, CancellationToken cancellationToken) =>
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var all = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Staff.AnyAsync(member => member.PasswordHash != null, cancellationToken))
            {
                return null;
            }

            var house = await db.Organisations.Include(one => one.Agreements).FirstOrDefaultAsync(one => one.Number == number, cancellationToken)
                ?? db.Organisations.Add(new Organisation { Number = number }).Entity;
            var today = OsloTime.DayOf(time.GetUtcNow().UtcDateTime);
            house.Describe(name, Sector.State, facts.Name, facts.Email, "", Enum.GetValues<StaffRole>(), isCouncilMember: true);
            if (!house.HasAgreementOn(today))
            {
                house.Agree(Agreement.Between(today, today.AddYears(AgreementYears), Reference));
            }

            if (await enrolment.RunAsync(invitation, facts, cancellationToken) is not { } joined)
            {
                return null;
            }

            await invitations.GrantAsync(joined.Person.Id, house.Id, Rights, grantedById: null, actor: null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await all.CommitAsync(cancellationToken);
            return ((StaffMember Person, IReadOnlyList<string> Codes)?)joined;
        });
}
