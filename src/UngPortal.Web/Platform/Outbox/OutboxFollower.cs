using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Outbox;

/// <summary>Reads new outbox rows five times a second on each node and hands them to every handler.</summary>
/// <remarks>
/// A row may be committed after a higher number. Where a number is left out, what follows it is therefore looked at again for a minute, and handled numbers are remembered so long;
/// at first everything since a minute before the start is.
/// </remarks>
public sealed partial class OutboxFollower(IServiceScopeFactory scopes, IEnumerable<IOutboxHandler> handlers, TimeProvider time, ILogger<OutboxFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private const int Batch = 500;
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(1);
    private readonly OutboxDelivery _delivery = new(handlers);
    private readonly HashSet<long> _handled = [];
    private readonly Queue<(long First, DateTime NoticedAt)> _gaps = new([(0, time.GetUtcNow().UtcDateTime)]);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly DateTime _startedAt = time.GetUtcNow().UtcDateTime;
    private long? _highest;

    /// <summary>Handles what is new right now. Returns the number of rows handled. What a handler throws is thrown when all have had theirs; it gets its rows again the next time.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            var fresh = await ReadNewAsync(cancellationToken);
            var problems = await _delivery.HandOnAsync(fresh, cancellationToken);
            Remember(fresh);

            // Only what has been looked at for a minute is closed, however long the database was away.
            while (_gaps.TryPeek(out var gap) && gap.NoticedAt + Overlap < now)
            {
                _gaps.Dequeue();
            }

            if (problems.Count > 0)
            {
                ExceptionDispatchInfo.Throw(problems[0]);
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
        _highest ??= await db.Outbox.MaxAsync(message => (long?)message.Id, cancellationToken) ?? 0;
        var rows = db.Outbox.AsNoTracking().OrderBy(message => message.Id);
        if (_gaps.Count == 0)
        {
            _handled.Clear();
            return await rows.Where(message => message.Id > _highest).ToListAsync(cancellationToken);
        }

        // What lies behind a gap is mostly handled: only its numbers are read again.
        var (from, since) = (_gaps.Min(gap => gap.First), _startedAt - Overlap);
        _handled.RemoveWhere(number => number < from);
        var numbers = await (from == 0 ? rows.Where(message => message.CreatedAt >= since) : rows.Where(message => message.Id >= from)).Select(message => message.Id).ToListAsync(cancellationToken);
        var fresh = new List<OutboxMessage>();
        foreach (var some in numbers.Where(number => !_handled.Contains(number)).Chunk(Batch))
        {
            fresh.AddRange(await rows.Where(message => some.Contains(message.Id)).ToListAsync(cancellationToken));
        }

        return fresh;
    }

    private void Remember(List<OutboxMessage> fresh)
    {
        var highest = _highest ?? 0;
        foreach (var number in fresh.Select(message => message.Id))
        {
            if (number > highest + 1)
            {
                _gaps.Enqueue((highest + 1, time.GetUtcNow().UtcDateTime));
            }

            _handled.Add(number);
            highest = Math.Max(highest, number);
        }

        _highest = highest;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be read or handled ({Problem}); trying again.")]
    private partial void LogFailed(string problem);
}
