using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Access;

namespace UngPortal.Features.Averting;

/// <summary>Cases that are not closed, on the first page of those who may read them.</summary>
public sealed class AvertingWork(CaseDesk desk) : IMyWork
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (!person.Is(CaseDesk.Handlers))
        {
            return [];
        }

        var open = await desk.Of(person).Where(one => one.State != CaseState.Closed).Select(one => one.SecondDueAt).ToListAsync(cancellationToken);
        return open.Count == 0 ? [] : [new WorkItem("Work_Averting", $"{open.Count}", "/admin/avverging", open.Min())];
    }
}
