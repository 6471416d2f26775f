using UngPortal.Features.Accounts;
using UngPortal.Kernel;

namespace UngPortal.Features.Questions.Alerts;

/// <summary>Who hears of what can't wait: those who sort, safeguarding officers and chief editors who may sign in today.</summary>
public sealed class Coordinators(StaffOnDuty staff)
{
    public static readonly StaffRole[] Roles = [StaffRole.TriageEditor, StaffRole.SafeguardingOfficer, StaffRole.ChiefEditor];

    public Task<IReadOnlyList<StaffOnDuty.Person>> PeopleAsync(CancellationToken cancellationToken) => staff.WithAsync(Roles, cancellationToken);

    public async Task<IReadOnlyList<string>> AddressesAsync(CancellationToken cancellationToken) => [.. (await PeopleAsync(cancellationToken)).Select(person => person.Email)];
}
