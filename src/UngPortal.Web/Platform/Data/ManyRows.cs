using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace UngPortal.Platform.Data;

/// <summary>Many new rows of one table, for SQLite: worked out beforehand, then written by one statement that is prepared once. It holds the one writer for a shorter time than a save of tracked rows.</summary>
/// <remarks>SQL Server locks rows, not the database: there a save is quick enough for whoever else writes.</remarks>
public sealed class ManyRows
{
    private const int Least = 100;

    private readonly PortalDbContext _db;
    private readonly IReadOnlyList<IProperty> _properties;
    private readonly int _numbered;
    private readonly string _statement;
    private readonly List<(int Number, object?[] Values)> _rows = [];

    /// <summary>Gathers rows of an entity.</summary>
    /// <param name="db">Where they are written.</param>
    /// <param name="type">The entity.</param>
    /// <param name="numbered">The property that is told only when they are written: its own key, or whose row it is.</param>
    public ManyRows(PortalDbContext db, Type type, string numbered)
    {
        _db = db;
        var entity = db.Model.FindEntityType(type)!;
        _properties = [.. entity.GetProperties().Where(property => property.Name == numbered || !(property.IsPrimaryKey() && property.ValueGenerated == ValueGenerated.OnAdd))];
        _numbered = _properties.Select(property => property.Name).ToList().IndexOf(numbered);
        _statement = $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", _properties.Select(property => $"\"{property.GetColumnName()}\""))}) VALUES ({string.Join(", ", _properties.Select((_, at) => $"$p{at}"))})";
    }

    /// <summary>Whether so many rows are better written in this way than by a save.</summary>
    /// <param name="db">Where they are written.</param>
    /// <param name="count">How many there are.</param>
    public static bool Pays(PortalDbContext db, int count) => db is SqlitePortalDbContext && count >= Least;

    /// <summary>Adds a row, which nobody tracks.</summary>
    /// <param name="row">The entity.</param>
    /// <param name="number">What is added to the first number when it is written.</param>
    public void Add(object row, int number)
    {
        using var command = _db.Database.GetDbConnection().CreateCommand();
        _rows.Add((number, [.. _properties.Select((property, at) => at == _numbered ? null : RowStatement.Stored(command, property, property.PropertyInfo!.GetValue(row)))]));
    }

    /// <summary>Writes all of them, in the transaction that is open.</summary>
    /// <param name="first">The number of those that were added with 0.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task WriteAsync(long first, CancellationToken cancellationToken)
    {
        await using var statement = new RowStatement(_db, _statement, _properties.Count);
        foreach (var (number, values) in _rows)
        {
            values[_numbered] = first + number;
            await statement.RunAsync(values, cancellationToken);
        }
    }
}
