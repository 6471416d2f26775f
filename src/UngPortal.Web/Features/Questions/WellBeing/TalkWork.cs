using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Questions.Alerts;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.WellBeing;

/// <summary>Colleagues who need to talk come first on a coordinator's first page.</summary>
public sealed class TalkWork(PortalDbContext db) : IMyWork
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        var waiting = person.Is(Coordinators.Roles) ? await db.TalkRequests.CountAsync(talk => talk.HeldAt == null && talk.StaffId != person.Id, cancellationToken) : 0;
        return waiting == 0 ? [] : [new WorkItem("Work_Talk", $"{waiting}", "/admin/sporsmal/samtaler")];
    }
}
