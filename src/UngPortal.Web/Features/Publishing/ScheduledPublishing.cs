using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Publishing;

/// <summary>Publishes what is due, within seconds of its minute. Several nodes may try: the draft's version lets one of them through.</summary>
public sealed partial class ScheduledPublishing(IServiceScopeFactory scopes, TimeProvider time, ILogger<ScheduledPublishing> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>Publishes everything that is due now. Returns how many this node published.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var published = 0;
        foreach (var id in await DueAsync(cancellationToken))
        {
            published += await PublishAsync(id, cancellationToken) ? 1 : 0;
        }

        return published;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, RunAsync, LogPostponed, stoppingToken);

    private async Task<List<int>> DueAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow().UtcDateTime;
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Drafts
            .Where(draft => draft.State == DraftState.Scheduled && draft.ScheduledFor <= now).OrderBy(draft => draft.ScheduledFor).Select(draft => draft.Id).ToListAsync(cancellationToken);
    }

    private async Task<bool> PublishAsync(int id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        if (await db.Drafts.FirstOrDefaultAsync(draft => draft.Id == id && draft.State == DraftState.Scheduled, cancellationToken) is not { } draft)
        {
            return false;
        }

        try
        {
            await scope.ServiceProvider.GetRequiredService<DraftSwap>().PublishAsync(draft, null, cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // Another node, or an editor who took it back in this very moment.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Scheduled texts wait for the database ({Problem}).")]
    private partial void LogPostponed(string problem);
}
