using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Data;

/// <summary>The real site on SQL Server, except that no server is there: every command is kept and answered with <see cref="OneRowReader"/>.</summary>
public sealed class SilentSqlServer : PortalApp
{
    public SilentSqlServer() => With("Database:Provider", "SqlServer").With("Database:ConnectionString", "Server=nobody;Encrypt=True").With("Database:MigrateAtStart", "false").With("Content:ImportAtStart", "false")
        // Every record the silent database speaks of was sealed with key 1.
        .With("Sealing:GivenUp:0", "1").With("Sealing:Keys:0:Version", "2").With("Sealing:Keys:0:Key", Convert.ToBase64String(new byte[32])).With("Sealing:Pepper", Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray()));

    /// <summary>The commands so far, each once.</summary>
    public ConcurrentDictionary<string, byte> Commands { get; } = new(StringComparer.Ordinal);

    protected override TestDatabase CreateDatabase() => TestDatabase.Empty();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.ConfigureDbContext<SqlServerPortalDbContext>(options => options.AddInterceptors(new NoConnection(), new Answers(Commands))));
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            new(InterceptionResult.Suppress());
    }

    private sealed class Answers(ConcurrentDictionary<string, byte> commands) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
            InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command, eventData));

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            new(ReaderExecuting(command, eventData, result));

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            commands.TryAdd(command.CommandText, 0);
            return InterceptionResult<int>.SuppressWithResult(1);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            new(NonQueryExecuting(command, eventData, result));

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            commands.TryAdd(command.CommandText, 0);
            return InterceptionResult<object>.SuppressWithResult(1);
        }

        public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default) =>
            new(ScalarExecuting(command, eventData, result));

        private OneRowReader Answer(DbCommand command, CommandEventData eventData)
        {
            commands.TryAdd(command.CommandText, 0);
            return new OneRowReader(TransactSql.Columns(command.CommandText), [.. eventData.Context!.Database.GetMigrations()]);
        }
    }
}
