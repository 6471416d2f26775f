using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Search.Engine;
using UngPortal.Features.Services;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Search.Indexing;

/// <summary>Keeps this node's index in step with the outbox row by row. What changes all is built anew beside the outbox, so that nothing else that is announced waits for it.</summary>
/// <remarks>While this node is behind, the index keeps the cursor that it had: one that dies meanwhile begins again where it was.</remarks>
public sealed partial class SearchIndexer(SearchIndex index, IServiceScopeFactory scopes, TimeProvider time, ILogger<SearchIndexer> logger) : BackgroundService, IOutboxHandler
{
    /// <summary>Rows may be committed out of order; looking back this far costs little, since applying again changes nothing.</summary>
    private const long LookBack = 200;
    private const string Topics = "topics";
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile HashSet<long> _covered = [];
    private int _wholeChanges;
    private DateTimeOffset _restsUntil;

    // At start nobody knows what this node has missed.
    private volatile bool _isBehind = true;

    /// <summary>No page that is kept is made of the index but for the nearest answers, and the database has the last word on those.</summary>
    public OutboxTurn Turn => OutboxTurn.Slow;

    public async Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (messages.Any(message => ChangesAll(message) && !_covered.Contains(message.Id)))
            {
                _wholeChanges++;
                _isBehind = true;
            }

            await ApplyAsync([.. messages.Where(message => !ChangesAll(message))], cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await CatchUpAsync(stoppingToken);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFailed(problem.GetType().Name);
        }

        await Beat.KeepAsync(Interval, time, CatchUpAsync, LogFailed, stoppingToken);
    }

    private static bool ChangesAll(OutboxMessage message) => message is { Kind: ServicesChanged.Kind, Key: ServicesChanged.All } or { Key: Topics };

    private static string Cursor(long id) => id.ToString(CultureInfo.InvariantCulture);

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (!(_isBehind || index.NeedsRebuild) || time.GetUtcNow() < _restsUntil)
        {
            return;
        }

        _restsUntil = time.GetUtcNow() + Rest; // Unless it comes through.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var wholeChanges = Volatile.Read(ref _wholeChanges);
        var missed = wholeChanges > 0 || index.NeedsRebuild ? null : await MissedAsync(db, cancellationToken);
        if (missed is null || missed.Any(ChangesAll))
        {
            await RebuildAsync(db, scope.ServiceProvider.GetRequiredService<SearchSources>(), wholeChanges, cancellationToken);
        }
        else
        {
            await (missed.Count > 0 ? HandleAsync(missed, cancellationToken) : Task.CompletedTask);
            await DoneAsync(wholeChanges, missed.Count > 0 ? Cursor(missed[^1].Id) : index.Cursor!, cancellationToken);
        }

        _restsUntil = default;
    }

    private async Task RebuildAsync(PortalDbContext db, SearchSources sources, int wholeChanges, CancellationToken cancellationToken)
    {
        // What was announced before the texts are read needs no rebuild of its own.
        _covered = await db.Outbox.Where(message => (message.Kind == ServicesChanged.Kind && message.Key == ServicesChanged.All) || message.Key == Topics).Select(message => message.Id).ToHashSetAsync(cancellationToken);
        var cursor = Cursor(await db.Outbox.MaxAsync(message => (long?)message.Id, cancellationToken) ?? 0);
        await index.RebuildAsync(sources.AllAsync(cancellationToken), cursor, cancellationToken);
        LogRebuilt();
        await DoneAsync(wholeChanges, cursor, cancellationToken);
    }

    /// <summary>The rows since the index's cursor; null where they can't be known any more.</summary>
    private async Task<List<OutboxMessage>?> MissedAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var oldest = await db.Outbox.MinAsync(message => (long?)message.Id, cancellationToken);
        if (!long.TryParse(index.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) || oldest > cursor + 1)
        {
            return null;
        }

        var missed = await db.Outbox.AsNoTracking().Where(message => message.Id > cursor - LookBack).OrderBy(message => message.Id).ToListAsync(cancellationToken);
        return missed.Exists(message => message.Id > cursor) ? missed : [];
    }

    private async Task DoneAsync(int wholeChanges, string cursor, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (wholeChanges == _wholeChanges)
            {
                (_wholeChanges, _isBehind) = (0, false);
                index.Apply([], [], cursor);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ApplyAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (keys, documents) = await scope.ServiceProvider.GetRequiredService<SearchSources>().ChangedAsync(messages, cancellationToken);
        if (keys.Count > 0)
        {
            // All versions of a key go first: one that has lost a language must not be found in it.
            index.Apply(documents, keys, _isBehind ? index.Cursor ?? "" : Cursor(messages.Max(message => message.Id)));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index was rebuilt.")]
    private partial void LogRebuilt();

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not be brought up to date ({Problem}); the old one serves.")]
    private partial void LogFailed(string problem);
}
