using Microsoft.Data.Sqlite;

namespace UngPortal.Benchmarks.Scale;

/// <summary>A connection for millions of rows: nothing waits for the disk, and indexes are made once all is there.</summary>
internal sealed class BulkLoad : IDisposable
{
    private const int RowsOfATransaction = 20_000;
    private readonly List<(string Name, string Sql)> _indexes = [];
    private bool _isOpen;
    private int _rows;

    public BulkLoad(string file, params string[] tables)
    {
        Connection = new SqliteConnection($"Data Source={file};Pooling=False");
        Connection.Open();
        Execute("PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; PRAGMA cache_size=-1000000; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=30000");
        using (var read = Connection.CreateCommand())
        {
            read.CommandText = $"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({string.Join(", ", tables.Select(table => $"'{table}'"))})";
            using var rows = read.ExecuteReader();
            while (rows.Read())
            {
                _indexes.Add((rows.GetString(0), rows.GetString(1)));
            }
        }

        _indexes.ForEach(index => Execute($"DROP INDEX \"{index.Name}\""));
        Begin();
    }

    public SqliteConnection Connection { get; }

    /// <summary>Called after each thing with its rows: commits now and then. True when it did.</summary>
    public bool Next()
    {
        if (++_rows % RowsOfATransaction != 0)
        {
            return false;
        }

        Commit();
        Begin();
        return true;
    }

    /// <summary>Commits, makes the indexes and lets SQLite look at them as it would after years.</summary>
    public void Finish()
    {
        Commit();
        _indexes.ForEach(index => Execute(index.Sql));
        Execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public void Dispose()
    {
        if (_isOpen)
        {
            Commit();
        }

        Connection.Dispose();
    }

    private void Begin()
    {
        Execute("BEGIN IMMEDIATE");
        _isOpen = true;
    }

    private void Commit()
    {
        Execute("COMMIT");
        _isOpen = false;
    }

    private void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
