using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Questions.Desk;

/// <summary>What waits for a person at the question desk.</summary>
public sealed class DeskWork(PortalDbContext db) : IMyWork
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (!DeskAccess.Has(person, DeskAccess.All))
        {
            return [];
        }

        var counts = await DeskCounts.OfAsync(db, cancellationToken);
        var work = new List<WorkItem>();
        void Add(bool isTheirs, int count, string key, string path) => work.AddRange(isTheirs && count > 0 ? [new WorkItem(key, $"{count}", path)] : []);
        var mine = await db.Questions.Where(question => question.ClaimedById == person.Id).Select(question => question.Id).ToListAsync(cancellationToken);
        work.AddRange(mine.Select(id => new WorkItem("Work_Answer", "", $"/admin/sporsmal/{id}")));
        Add(person.Is(DeskAccess.Sorters), counts.ToSort, "Work_Sort", "/admin/sporsmal/sortering");
        Add(person.Is(Kernel.StaffRole.SafeguardingOfficer), counts.Held, "Work_Held", "/admin/sporsmal");
        Add(person.Is(DeskAccess.SecondReaders), counts.InReview, "Work_Read", "/admin/sporsmal");
        Add(person.Is(DeskAccess.Publishers), counts.ToPublish, "Work_Release", "/admin/sporsmal/publisering");
        return work;
    }
}
