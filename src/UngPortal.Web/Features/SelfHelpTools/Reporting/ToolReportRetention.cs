using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.SelfHelpTools.Reporting;

/// <summary>Deletes reports that have been kept for their time.</summary>
public sealed partial class ToolReportRetention(PortalDbContext db, TimeProvider time, ILogger<ToolReportRetention> logger) : IPortalJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-ToolReport.KeptDays);
        LogDeleted(await db.ToolReports.Where(report => report.SentAt < before).ExecuteDeleteAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Tool report retention deleted {Count} rows.")]
    private partial void LogDeleted(int count);
}
