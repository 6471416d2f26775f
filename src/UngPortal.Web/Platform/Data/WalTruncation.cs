using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Data;

/// <summary>Empties SQLite's log each night: what was deleted from the database would otherwise stand there until something else is written over it.</summary>
public sealed class WalTruncation(PortalDbContext db) : IPortalJob
{
    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"PRAGMA wal_checkpoint(TRUNCATE)", cancellationToken);
}
