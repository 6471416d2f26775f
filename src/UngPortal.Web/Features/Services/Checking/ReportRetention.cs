using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Services.Checking;

/// <summary>Deletes what readers said of services once it has been kept for its time, handled or not.</summary>
public sealed partial class ReportRetention(PortalDbContext db, ILogger<ReportRetention> logger) : IPortalJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = db.Time.GetUtcNow().UtcDateTime.AddDays(-ServiceReport.KeptDays);
        LogDeleted(await db.ServiceReports.Where(report => report.SentAt < before).ExecuteDeleteAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} reports on services were deleted.")]
    private partial void LogDeleted(int count);
}
