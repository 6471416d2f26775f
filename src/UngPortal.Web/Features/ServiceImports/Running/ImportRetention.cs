using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Deletes imports with their reports once they have been kept for their time. What they took in stays, and one whose work isn’t done yet too.</summary>
public sealed partial class ImportRetention(PortalDbContext db, ILogger<ImportRetention> logger) : IPortalJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = db.Time.GetUtcNow().UtcDateTime.AddDays(-ImportRun.KeptDays);
        LogDeleted(await db.ImportRuns.Where(run => run.ChangedAt < before && run.ReadAt < before && run.State != ImportRunState.Asked && run.State != ImportRunState.UndoAsked).ExecuteDeleteAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} imports of services were deleted with their reports.")]
    private partial void LogDeleted(int count);
}
