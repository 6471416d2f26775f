using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Answers.Nearest;

/// <summary>Writes down each minute what rendered pages had to look for: a page that is only read writes nothing by itself.</summary>
public sealed partial class NearestKeeping(IServiceScopeFactory scopes, TimeProvider time, ILogger<NearestKeeping> logger) : BackgroundService
{
    /// <summary>What is found beyond this is looked for once more at the next rendering.</summary>
    private const int Most = 5_000;

    private const int Batch = 200;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, KeptNearest> _found = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _writing = new(1, 1);

    /// <summary>Notes what was found for a text; nothing found may also mean that the index is just being made, and is not kept.</summary>
    public void Note(byte[] textHash, int[] publicIds)
    {
        if (publicIds.Length > 0 && _found.Count < Most)
        {
            _found[Convert.ToHexString(textHash)] = new KeptNearest { TextHash = textHash, PublicIds = publicIds, FoundAt = time.GetUtcNow().UtcDateTime };
        }
    }

    /// <summary>Writes down what was noted since last time. What can't be kept now is looked for again when somebody reads the page.</summary>
    public async Task KeepAsync(CancellationToken cancellationToken)
    {
        // The worker and the nightly job write in turn, so that neither writes once more what the other has written.
        await _writing.WaitAsync(cancellationToken);
        try
        {
            foreach (var some in _found.ToArray().Chunk(Batch))
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
                await db.InTransactionAsync(stop => WriteAsync(db, [.. some.Select(pair => pair.Value)], stop), cancellationToken);
                foreach (var pair in some)
                {
                    _found.TryRemove(pair);
                }
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        _writing.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, KeepAsync, LogPostponed, stoppingToken);

    private static async Task<int> WriteAsync(PortalDbContext db, List<KeptNearest> rows, CancellationToken cancellationToken)
    {
        var hashes = rows.ConvertAll(row => row.TextHash);
        await db.KeptNearest.Where(row => hashes.Contains(row.TextHash)).ExecuteDeleteAsync(cancellationToken);
        db.KeptNearest.AddRange(rows);
        return await db.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The nearest answers could not be written down ({Problem}); trying again.")]
    private partial void LogPostponed(string problem);
}
