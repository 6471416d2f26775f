using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Services.Upkeep;

/// <summary>What waits in the register: facts that need confirming, links that don't work, and what readers say is wrong.</summary>
public sealed class RegisterWork(PortalDbContext db) : IMyWork
{
    private static readonly RegisterFilter[] Waiting = [RegisterFilter.Old, RegisterFilter.Due, RegisterFilter.Broken];

    public async Task<IReadOnlyList<WorkItem>> ForAsync(StaffIdentity person, CancellationToken cancellationToken)
    {
        if (!person.Is(StaffRole.ServiceAssurer, StaffRole.Editor, StaffRole.ChiefEditor))
        {
            return [];
        }

        var today = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime);
        List<WorkItem> items = [];
        foreach (var filter in Waiting)
        {
            Add($"Work_Services{filter}", await db.Services.CountAsync(filter.Takes(today, db.ServiceReports), cancellationToken), $"/admin/tjenester?vis={filter}");
        }

        Add("Work_ServicesReported", await db.ServiceReports.CountAsync(report => report.HandledAt == null, cancellationToken), "/admin/tjenester/meldinger");
        return items;

        void Add(string key, int count, string path)
        {
            if (count > 0)
            {
                items.Add(new WorkItem(key, count.ToString(CultureInfo.CurrentCulture), path));
            }
        }
    }
}
