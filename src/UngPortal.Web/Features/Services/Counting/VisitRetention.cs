using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Services.Counting;

/// <summary>Deletes the numbers of days that are long over.</summary>
public sealed partial class VisitRetention(PortalDbContext db, ILogger<VisitRetention> logger) : IPortalJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = OsloTime.DayOf(db.Time.GetUtcNow().UtcDateTime).AddMonths(-ServiceDay.KeptMonths);
        LogDeleted(await db.ServiceDays.Where(one => one.Day < before).ExecuteDeleteAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Visits to services on {Count} days were deleted.")]
    private partial void LogDeleted(int count);
}
