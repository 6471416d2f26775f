using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Feedback;

/// <summary>Deletes feedback that has been kept for its time.</summary>
public sealed partial class FeedbackRetention(PortalDbContext db, TimeProvider time, ILogger<FeedbackRetention> logger) : IPortalJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime.AddDays(-FeedbackEntry.KeptDays);
        LogDeleted(await db.Feedback.Where(entry => entry.SentAt < before).ExecuteDeleteAsync(cancellationToken));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Feedback retention deleted {Count} rows.")]
    private partial void LogDeleted(int count);
}
