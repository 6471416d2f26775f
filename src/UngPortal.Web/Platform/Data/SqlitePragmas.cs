using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace UngPortal.Platform.Data;

/// <summary>Sets each SQLite connection up so that an acknowledged write survives a power cut, a busy database is waited for, and what is deleted is overwritten.</summary>
/// <remarks>Source of the rule: quality.md, "power cut (SQLite)". A busy database is asked anew until the command's own time is over, so one wait is short.</remarks>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=1000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    // They last as long as SQLite's own connection, which the pool hands out many times.
    private static readonly ConditionalWeakTable<sqlite3, object> SetUp = [];

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (connection is SqliteConnection { Handle: { } handle } && !SetUp.TryGetValue(handle, out _))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            SetUp.AddOrUpdate(handle, handle);
        }
    }

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite does nothing asynchronously.
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
