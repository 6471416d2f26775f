using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using UngPortal.Platform.Audit;

namespace UngPortal.Platform.Data;

/// <summary>Many tracked changes, for SQLite: worked out beforehand, then written by statements that are each prepared once. Like <see cref="ManyRows"/> it holds the one writer for a much shorter time than a save.</summary>
/// <remarks>What it finds is no longer tracked. A row that is added may belong only to rows that are in the database already.</remarks>
public sealed class ManyChanges
{
    private static readonly EntityState[] Order = [EntityState.Deleted, EntityState.Modified, EntityState.Added];

    private readonly PortalDbContext _db;

    private readonly Dictionary<(EntityState Kind, string Text), List<object?[]>> _statements = [];

    /// <summary>Takes all that is tracked and changed, and leaves the tracker empty; where that doesn't pay, it takes nothing, and a save writes it.</summary>
    /// <param name="db">Where they are tracked, and written.</param>
    public ManyChanges(PortalDbContext db)
    {
        _db = db;
        AuditGuard.Check(db.ChangeTracker);
        db.RaiseVersions();
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (!ManyRows.Pays(db, changed.Count))
        {
            return;
        }

        using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var entry in changed)
        {
            Add(entry, command);
        }

        db.ChangeTracker.Clear();
    }

    /// <summary>Writes all of them, in the transaction that is open.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DbUpdateConcurrencyException">A row has another version by now, or is gone.</exception>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        // What replaces a row may have the same unique key: it comes after the deletes.
        foreach (var ((_, text), rows) in _statements.OrderBy(statement => Array.IndexOf(Order, statement.Key.Kind)))
        {
            await using var statement = new RowStatement(_db, text, rows[0].Length);
            foreach (var row in rows)
            {
                if (await statement.RunAsync(row, cancellationToken) != 1)
                {
                    throw new DbUpdateConcurrencyException("Somebody else has changed the row meanwhile.");
                }
            }
        }
    }

    private void Add(EntityEntry entry, DbCommand command)
    {
        var written = entry.Properties.Where(property => entry.State switch
        {
            EntityState.Added => !(property.Metadata.IsPrimaryKey() && property.Metadata.ValueGenerated == ValueGenerated.OnAdd),
            EntityState.Modified => property.IsModified,
            _ => false,
        }).ToList();
        if (written.Exists(property => property.IsTemporary))
        {
            throw new InvalidOperationException("A row that is added here cannot belong to another that is added.");
        }

        List<PropertyEntry> held = entry.State == EntityState.Added ? [] : [.. entry.Properties.Where(property => property.Metadata.IsPrimaryKey() || property.Metadata.IsConcurrencyToken)];
        var table = $"\"{entry.Metadata.GetTableName()}\"";
        var text = entry.State switch
        {
            EntityState.Added => $"INSERT INTO {table} ({string.Join(", ", written.Select(Column))}) VALUES ({string.Join(", ", written.Select((_, at) => $"$p{at}"))})",
            EntityState.Modified => $"UPDATE {table} SET {Pairs(written, 0, ", ")} WHERE {Pairs(held, written.Count, " AND ")}",
            _ => $"DELETE FROM {table} WHERE {Pairs(held, 0, " AND ")}",
        };
        object?[] values = [.. written.Select(property => RowStatement.Stored(command, property.Metadata, property.CurrentValue)), .. held.Select(property => RowStatement.Stored(command, property.Metadata, property.OriginalValue))];
        if (!_statements.TryGetValue((entry.State, text), out var rows))
        {
            _statements[(entry.State, text)] = rows = [];
        }

        rows.Add(values);
    }

    private static string Column(PropertyEntry property) => $"\"{property.Metadata.GetColumnName()}\"";

    private static string Pairs(IEnumerable<PropertyEntry> properties, int first, string between) => string.Join(between, properties.Select((property, at) => $"{Column(property)} = $p{first + at}"));
}
