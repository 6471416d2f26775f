using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>Asks for a new review well before a badge ends. The badge itself needs no job to end: pages ask the clock, and none is kept beyond its minute.</summary>
public sealed partial class ToolReviewDue(PortalDbContext db, ToolDesk desk, ILogger<ToolReviewDue> logger) : IPortalJob
{
    public const int DaysAhead = 60;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var soon = desk.Now.AddDays(DaysAhead);
        var due = await db.Tools.Where(tool => tool.State == ToolState.Published && tool.BadgeUntil <= soon).OrderBy(tool => tool.Id).ToListAsync(cancellationToken);
        foreach (var tool in due)
        {
            tool.FallDue(ReviewCause.Time, desk.Now);
            await desk.KeepAsync(tool, "tool-falldue", string.Create(CultureInfo.InvariantCulture, $"Time: {tool.BadgeUntil:yyyy-MM-dd}"), null, cancellationToken);
        }

        LogDue(due.Count);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} self-help tools are due for review.")]
    private partial void LogDue(int count);
}
