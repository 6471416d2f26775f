using System.Globalization;
using Microsoft.Data.Sqlite;

namespace UngPortal.Benchmarks.Scale;

/// <summary>Puts rows into a table with one prepared command.</summary>
internal sealed class BulkTable : IDisposable
{
    private readonly SqliteCommand _insert;

    public BulkTable(SqliteConnection connection, string table, params string[] columns)
    {
        _insert = connection.CreateCommand();
        _insert.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Length; i++)
        {
            _insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" });
        }
    }

    public void Add(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            _insert.Parameters[i].Value = values[i] switch { null => DBNull.Value, Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture), var value => value };
        }

        _insert.ExecuteNonQuery();
    }

    public void Dispose() => _insert.Dispose();
}
