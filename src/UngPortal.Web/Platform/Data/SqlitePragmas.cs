using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace UngPortal.Platform.Data;

/// <summary>Sets each SQLite connection up so that an acknowledged write survives a power cut, a busy database is waited for, and what is deleted is overwritten.</summary>
/// <remarks>Source of the rule: quality.md, "power cut (SQLite)". A busy database is asked anew until the command's own time is over, so one wait is short.</remarks>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Pragmas = "PRAGMA synchronous=FULL; PRAGMA busy_timeout=1000; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;";

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
