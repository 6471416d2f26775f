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
    }
}
