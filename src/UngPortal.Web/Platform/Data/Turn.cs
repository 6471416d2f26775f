using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace UngPortal.Platform.Data;

/// <summary>One visitor's write that waits for its turn in <see cref="SharedCommits"/>.</summary>
internal sealed class Turn(PortalDbContext db, Func<CancellationToken, Task> write, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isDecided;

    public Task Done => _done.Task;

    /// <summary>False for one that has given up.</summary>
    public bool TryBegin() => Interlocked.Exchange(ref _isDecided, 1) == 0;

    /// <summary>Its patience is over: it leaves if it has not begun. What has begun is waited for, since it uses the visitor's own context.</summary>
    public void GiveUp()
    {
        if (TryBegin())
        {
            _done.TrySetCanceled(cancellationToken);
        }
    }

    /// <summary>Runs in a transaction that is open, on its connection.</summary>
    public async Task RunWithinAsync(DbConnection connection, DbTransaction transaction)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var own = db.Database.GetConnectionString();
        try
        {
            db.Database.SetDbConnection(connection);
            await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async stop =>
                {
                    await db.Database.UseTransactionAsync(transaction, stop);
                    await write(stop);
                },
                cancellationToken);
        }
        finally
        {
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
            db.Database.SetDbConnection(null);
            db.Database.SetConnectionString(own);
        }
    }

    public async Task RunAloneAsync()
    {
        db.ChangeTracker.Clear();
        try
        {
            await write(cancellationToken);
            End(null);
        }
#pragma warning disable CA1031 // It is handed on to the one who waits.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            End(problem);
        }
    }

    public void End(Exception? problem)
    {
        if (problem is null)
        {
            _done.TrySetResult();
        }
        else
        {
            _done.TrySetException(problem);
        }
    }
}
