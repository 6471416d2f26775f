using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>What waits in the register: facts that need confirming, links that don't work, and what readers say is wrong.</summary>
public sealed class RegisterWork(PortalDbContext db) : IMyWork
{
    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (!person.Is(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor))
        {
            return [];
        }

        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        List<WorkItem> items = [];
        var (due, old) = (await CountAsync(RegisterFilter.Due), await CountAsync(RegisterFilter.Old));
        Add(old > 0 ? "Work_ServicesDueAndOld" : "Work_ServicesDue", due, "/admin/tjenester?vis=Due", Told(old));
        Add("Work_ServicesBroken", await CountAsync(RegisterFilter.Broken), "/admin/tjenester?vis=Broken");
        Add("Work_ServicesReported", await db.ServiceReports.CountAsync(report => report.HandledAt == null, cancellationToken), "/admin/tjenester/meldinger");
        return items;

        Task<int> CountAsync(RegisterFilter filter) => db.Services.CountAsync(filter.Takes(today, db.ServiceReports), cancellationToken);

        void Add(string key, int count, string path, string more = "")
        {
            if (count > 0)
            {
                items.Add(new WorkItem(key, Told(count), path, More: more));
            }
        }
    }

    private static string Told(int count) => count.ToString(CultureInfo.CurrentCulture);
}
