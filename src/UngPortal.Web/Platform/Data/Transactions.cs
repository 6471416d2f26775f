using Microsoft.EntityFrameworkCore;

namespace UngPortal.Platform.Data;

/// <summary>Several saves as one, on both databases: SQL Server tries again after a lost connection, and allows a transaction only where it may do so.</summary>
public static class Transactions
{
    extension(PortalDbContext db)
    {
        /// <summary>Runs the work in one transaction and commits it. Each try begins with nothing tracked, so the work reads what it changes.</summary>
        /// <exception cref="DbUpdateException">A save was refused: nothing has happened.</exception>
        public Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
            db.Database.CreateExecutionStrategy().ExecuteAsync(
                async stop =>
                {
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(stop);
                    var outcome = await work(stop);
                    await transaction.CommitAsync(stop);
                    return outcome;
                },
                cancellationToken);

        /// <summary>Reads and works out first, and only then opens the transaction that it writes in: SQLite has one writer, and visitors wait for it. Each try begins with nothing tracked.</summary>
        /// <param name="prepare">Reads, and changes what is tracked. What it read may be outdated when it is written: versions and unique keys must hold that.</param>
        /// <param name="write">Saves, and nothing slower.</param>
        /// <param name="cancellationToken">Ends the wait.</param>
        /// <exception cref="DbUpdateException">A save was refused: nothing has happened.</exception>
        public Task<T> InTransactionAsync<TReady, T>(Func<CancellationToken, Task<TReady>> prepare, Func<TReady, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
            db.Database.CreateExecutionStrategy().ExecuteAsync(
                async stop =>
                {
                    db.ChangeTracker.Clear();
                    var ready = await prepare(stop);
                    await using var transaction = await db.Database.BeginTransactionAsync(stop);
                    var outcome = await write(ready, stop);
                    await transaction.CommitAsync(stop);
                    return outcome;
                },
                cancellationToken);
    }
}
