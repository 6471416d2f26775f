using Microsoft.Data.Sqlite;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>Reads the database file beside the site, also when no site runs.</summary>
internal static class SqliteRows
{
    /// <summary>The first column of all rows.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(this TestDatabase database, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={database.SqliteFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}
