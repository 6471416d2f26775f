using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Experts.Editing;

/// <summary>Whose profiles a coordinator sees: the chief editor all, an organisation's administrator the own people.</summary>
public sealed class ExpertRoom(PortalDbContext db)
{
    public static readonly StaffRole[] Answerers = [StaffRole.Expert, StaffRole.ExpertReviewer, StaffRole.YouthAnswerer];

    /// <summary>Whether the person answers as a young one only.</summary>
    public async Task<bool> IsYouthAsync(int staffId, CancellationToken cancellationToken)
    {
        var held = await db.Set<Membership>().Where(seat => seat.StaffId == staffId && seat.EndedAt == null && Answerers.Contains(seat.Role)).Select(seat => seat.Role).ToListAsync(cancellationToken);
        return held.TrueForAll(role => role == StaffRole.YouthAnswerer);
    }

    public IQueryable<StaffMember> PeopleOf(StaffIdentity person)
    {
        var all = person.Is(StaffRole.ChiefEditor);
        var own = person.OrganisationsAs(StaffRole.OrganisationAdmin);
        return db.Staff.Where(member => db.Set<Membership>().Any(seat =>
            seat.StaffId == member.Id && seat.EndedAt == null && Answerers.Contains(seat.Role) && (all || own.Contains(seat.OrganisationId))));
    }
}
