using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Experts;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>Finds in which roles and languages somebody answers today: those who may sign in, have a profile and are not away.</summary>
public sealed class AnswerersToday(PortalDbContext db, StaffOnDuty staff, RoleList roles)
{
    public async Task<DeskCover> ReadAsync(CancellationToken cancellationToken)
    {
        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        var people = (await staff.WithAsync([.. DeskAccess.Answerers, StaffRole.PlatformAdmin], cancellationToken)).Where(person => !person.Is(StaffRole.PlatformAdmin)).ToDictionary(person => person.Id);
        var experts = await db.Experts.AsNoTracking().Include(expert => expert.Absences.Where(absence => absence.Until >= today)).ToListAsync(cancellationToken);
        var at = experts.Where(expert => people.ContainsKey(expert.StaffId) && !expert.IsAway(today))
            .Select(expert => (Expert: expert, IsYouth: !people[expert.StaffId].Is(StaffRole.Expert, StaffRole.ExpertReviewer))).ToList();
        return new DeskCover(KeysOf(at), KeysOf(at.Where(one => one.Expert.TakesHardCases && !one.IsYouth)), (await roles.FindAsync(AnsweringRole.YouthKey, cancellationToken))?.Topics ?? []);
    }

    private static string[] KeysOf(IEnumerable<(Expert Expert, bool IsYouth)> at) =>
        [.. at.SelectMany(one => one.Expert.RolesAs(one.IsYouth).SelectMany(role => one.Expert.Languages.Select(language => DeskCover.KeyOf(role, language)))).Distinct()];
}
