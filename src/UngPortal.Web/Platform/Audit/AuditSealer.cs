using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Audit;

/// <summary>Gives new audit entries their place in the chain, once a second on each node. They are numbered in the order they are seen: a row may be committed after a later one.</summary>
public sealed partial class AuditSealer(IServiceScopeFactory scopes, TimeProvider time, ILogger<AuditSealer> logger) : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Seals everything that is there now. Returns how many entries this node sealed; another node may have taken the rest.</summary>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var (sealedNow, after) = (0, (long?)0);
            while (after is not null)
            {
                (var count, after) = await SealBatchAsync(after.Value, cancellationToken);
                sealedNow += count;
            }

            return sealedNow;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, SealAsync, LogFailed, stoppingToken);

    /// <summary>Seals some of the rows after the number. Returns how many, and where to go on; null when that was all.</summary>
    private async Task<(int Count, long? After)> SealBatchAsync(long after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        // The head first: what another node seals after this makes the save below fail. The other way round its rows would be numbered a second time.
        var head = await db.AuditHeads.FirstOrDefaultAsync(cancellationToken);
        var fresh = await db.AuditEntries.Where(entry => entry.Number == null && entry.Id > after).OrderBy(entry => entry.Id).Take(Batch).ToListAsync(cancellationToken);
        if (fresh.Count == 0)
        {
            return (0, null);
        }

        // Asked for only now: the site also starts where the key can't be made because nothing can be written.
        var key = scope.ServiceProvider.GetRequiredService<AuditKey>();
        head ??= db.AuditHeads.Add(new AuditHead()).Entity;
        // What this site did not sign gets no place: the verification finds it outside the chain.
        var own = fresh.FindAll(key.IsSigned);
        own.ForEach(entry => head.Append(entry, key));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException conflict) when (conflict is DbUpdateConcurrencyException || db.Entry(head).State == EntityState.Added)
        {
            return (0, conflict is DbUpdateConcurrencyException ? after : null); // Another node was first with these; look again, or at the next tick.
        }

        return (own.Count, fresh.Count == Batch ? fresh[^1].Id : null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Audit entries could not be sealed ({Problem}); trying again.")]
    private partial void LogFailed(string problem);
}
