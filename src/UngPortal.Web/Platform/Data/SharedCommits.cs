using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace UngPortal.Platform.Data;

/// <summary>Lets writes that wait for SQLite's one writer share a commit: waiting for the disk is most of what a small write costs, and many can wait for it once.</summary>
/// <remarks>
/// Each is told that it was kept only after the commit. Whatever goes wrong before it undoes the whole group, and then each is tried by itself, so that nobody suffers for another.
/// A write that has nobody beside it runs as if this were not here.
/// </remarks>
internal sealed class SharedCommits(IServiceScopeFactory scopes)
{
    /// <summary>More would let the first ones wait for the last too long.</summary>
    private const int Most = 16;

    /// <summary>How long a group waits for another writer, in seconds: short, so that each has patience left to try by itself.</summary>
    private const int LockSeconds = 1;

    private readonly ConcurrentQueue<Turn> _waiting = new();
    private int _isAtWork;

    /// <summary>Runs the write in its turn and returns when it is committed. It may run twice, each time with nothing tracked, and must not end its database context before.</summary>
    public async Task RunAsync(PortalDbContext db, Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var turn = new Turn(db, write, cancellationToken);
        await using (cancellationToken.Register(turn.GiveUp))
        {
            _waiting.Enqueue(turn);
            if (Interlocked.CompareExchange(ref _isAtWork, 1, 0) == 0)
            {
                // Not in the request's own context: it works for others as well.
                using (ExecutionContext.SuppressFlow())
                {
                    _ = Task.Run(WorkAsync, CancellationToken.None);
                }
            }

            await turn.Done;
        }
    }

    private async Task WorkAsync()
    {
        do
        {
            while (Next() is { Count: > 0 } group)
            {
                if (group.Count == 1 || !await TryTogetherAsync(group))
                {
                    foreach (var turn in group)
                    {
                        await turn.RunAloneAsync();
                    }
                }
            }

            Volatile.Write(ref _isAtWork, 0);
        }
        while (!_waiting.IsEmpty && Interlocked.CompareExchange(ref _isAtWork, 1, 0) == 0);
    }

    private List<Turn> Next()
    {
        var group = new List<Turn>();
        while (group.Count < Most && _waiting.TryDequeue(out var turn))
        {
            group.AddRange(turn.TryBegin() ? [turn] : []);
        }

        return group;
    }

    /// <summary>False when nothing of it was kept and nobody was told anything.</summary>
    private async Task<bool> TryTogetherAsync(List<Turn> group)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Database.SetCommandTimeout(VisitorWrites.Patience);
        ((SqliteConnection)db.Database.GetDbConnection()).DefaultTimeout = LockSeconds;
        try
        {
            await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async () =>
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    foreach (var turn in group)
                    {
                        await turn.RunWithinAsync(db.Database.GetDbConnection(), transaction.GetDbTransaction());
                    }

                    await CommitAsync(transaction, group);
                });
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, each one meets it again by itself and says so to its own visitor.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    /// <summary>From here on it may be kept whatever is heard of it: nobody runs a second time, all hear the same.</summary>
    private static async Task CommitAsync(IDbContextTransaction transaction, List<Turn> group)
    {
        try
        {
            await transaction.CommitAsync();
            group.ForEach(turn => turn.End(null));
        }
#pragma warning disable CA1031 // It is handed on to everybody.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            group.ForEach(turn => turn.End(problem));
        }
    }
}
