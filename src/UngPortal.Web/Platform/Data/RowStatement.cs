using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace UngPortal.Platform.Data;

/// <summary>A statement that is prepared once and run for many rows, in the transaction that is open. Its parameters are called $p0, $p1 and so on.</summary>
internal sealed class RowStatement : IAsyncDisposable
{
    private readonly DbCommand _command;

    public RowStatement(PortalDbContext db, string text, int parameters)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        (_command.CommandText, _command.Transaction) = (text, db.Database.CurrentTransaction!.GetDbTransaction());
        for (var at = 0; at < parameters; at++)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = $"$p{at}";
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>What the database is given for a value of the entity.</summary>
    public static object? Stored(DbCommand command, IProperty property, object? value) => property.GetRelationalTypeMapping().CreateParameter(command, "$p", value, property.IsNullable).Value;

    /// <summary>Runs it with these values. Returns how many rows it met.</summary>
    public Task<int> RunAsync(object?[] values, CancellationToken cancellationToken)
    {
        for (var at = 0; at < values.Length; at++)
        {
            _command.Parameters[at].Value = values[at] ?? DBNull.Value;
        }

        return _command.ExecuteNonQueryAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
