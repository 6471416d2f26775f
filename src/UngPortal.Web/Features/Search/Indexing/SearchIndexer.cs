using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Search.Engine;
using UngPortal.Features.Services;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Search.Indexing;

/// <summary>Keeps this node's index in step with the outbox: at start it catches up or rebuilds in the background, later it follows row by row.</summary>
public sealed partial class SearchIndexer(SearchIndex index, IServiceScopeFactory scopes, ILogger<SearchIndexer> logger) : BackgroundService, IOutboxHandler
{
    /// <summary>Rows may be committed out of order; looking back this far costs little, since applying again changes nothing.</summary>
    private const long LookBack = 200;

    private readonly SemaphoreSlim _writing = new(1, 1);

    public async Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await ApplyAsync(messages, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Builds a new index beside the one that serves, then swaps.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var newest = await db.Outbox.MaxAsync(message => (long?)message.Id, cancellationToken) ?? 0;
            await index.RebuildAsync(AllOf(SourcesIn(scope), cancellationToken), Cursor(newest), cancellationToken);
            LogRebuilt();
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
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var oldest = await db.Outbox.MinAsync(message => (long?)message.Id, cancellationToken);
        if (index.NeedsRebuild || !long.TryParse(index.Cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) || oldest > cursor + 1)
        {
            await RebuildAsync(cancellationToken);
            return;
        }

        var missed = await db.Outbox.AsNoTracking().Where(message => message.Id > cursor - LookBack).OrderBy(message => message.Id).ToListAsync(cancellationToken);
        if (missed.Exists(message => message.Id > cursor))
        {
            await HandleAsync(missed, cancellationToken);
        }
    }

    private async Task ApplyAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sources = SourcesIn(scope);
        var cursor = Cursor(messages.Max(message => message.Id));
        if (messages.Any(message => message is { Kind: ServicesChanged.Kind, Key: ServicesChanged.All } || message.Key == "topics"))
        {
            await index.RebuildAsync(AllOf(sources, cancellationToken), cursor, cancellationToken);
            return;
        }

        var found = new List<SearchDocument>();
        var keys = new List<string>();
        foreach (var source in sources)
        {
            var changed = messages.SelectMany(source.KeysOf).Distinct().ToList();
            keys.AddRange(changed);
            found.AddRange(changed.Count == 0 ? [] : await source.OfAsync(changed, cancellationToken));
        }

        if (keys.Count > 0)
        {
            // All versions of a key go first: one that has lost a language must not be found in it.
            index.Apply(found, keys, cursor);
        }
    }

    private static List<ISearchSource> SourcesIn(AsyncServiceScope scope) => [.. scope.ServiceProvider.GetServices<ISearchSource>()];

    private static async IAsyncEnumerable<SearchDocument> AllOf(List<ISearchSource> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            await foreach (var document in source.AllAsync(cancellationToken))
            {
                yield return document;
            }
        }
    }

    private static string Cursor(long id) => id.ToString(CultureInfo.InvariantCulture);

    [LoggerMessage(Level = LogLevel.Information, Message = "The search index was rebuilt.")]
    private partial void LogRebuilt();

    [LoggerMessage(Level = LogLevel.Error, Message = "The search index could not be brought up to date ({Problem}); the old one serves.")]
    private partial void LogFailed(string problem);
}
