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

    public IQueryable<StaffMember> PeopleOf(StaffIdentity person)
    {
        var all = person.Is(StaffRole.ChiefEditor);
        var own = person.OrganisationsAs(StaffRole.OrganisationAdmin);
        return db.Staff.Where(member => db.Set<Membership>().Any(seat =>
            seat.StaffId == member.Id && seat.EndedAt == null && Answerers.Contains(seat.Role) && (all || own.Contains(seat.OrganisationId))));
    }
}
