using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Outbox;

/// <summary>Reads new outbox rows twice a second on each node and hands them to every handler.</summary>
/// <remarks>A row may be committed after a higher number, so the last minute is looked at again and handled numbers are remembered.</remarks>
public sealed partial class OutboxFollower(IServiceScopeFactory scopes, IEnumerable<IOutboxHandler> handlers, TimeProvider time, ILogger<OutboxFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);
    private readonly Dictionary<long, DateTime> _handled = [];
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly DateTime _startedAt = time.GetUtcNow().UtcDateTime;

    /// <summary>Handles what is new right now. Returns the number of rows handled.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var fresh = await ReadNewAsync(cancellationToken);
            if (fresh.Count > 0)
            {
                foreach (var handler in handlers)
                {
                    await handler.HandleAsync(fresh, cancellationToken);
                }

                fresh.ForEach(message => _handled[message.Id] = message.CreatedAt);
            }

            return fresh.Count;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, CatchUpAsync, LogFailed, stoppingToken);

    private async Task<List<OutboxMessage>> ReadNewAsync(CancellationToken cancellationToken)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var newest = _handled.Count == 0 ? _startedAt : _handled.Values.Max();
        var since = newest - Overlap;
        foreach (var old in _handled.Where(row => row.Value < since).Select(row => row.Key).ToList())
        {
            _handled.Remove(old);
        }

        var rows = await db.Outbox.AsNoTracking().Where(message => message.CreatedAt >= since).OrderBy(message => message.Id).ToListAsync(cancellationToken);
        return rows.FindAll(row => !_handled.ContainsKey(row.Id));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read or handled ({Problem}); trying again.")]
    private partial void LogFailed(string problem);
}
