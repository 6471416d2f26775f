using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Questions.Asking;

/// <summary>The site with a database that fails in the middle of a write, or that keeps it and doesn't say so.</summary>
internal sealed class FaultySite : PortalApp
{
    public BrokenWrites Writes { get; } = new();

    public LostAnswers Commits { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(Writes, Commits));
            services.ConfigureDbContext<SqlServerPortalDbContext>(options => options.AddInterceptors(Writes, Commits));
        });
    }

    /// <summary>Fails at the n-th row that is written, counted from one.</summary>
    internal sealed class BrokenWrites : DbCommandInterceptor
    {
        private static readonly string[] Verbs = ["INSERT INTO", "UPDATE ", "DELETE FROM"];
        private int _left;

        public int FailsAt
        {
            get => _left;
            set => _left = value;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count(command);
            return new(result);
        }

        private void Count(DbCommand command)
        {
            if (Verbs.Any(verb => command.CommandText.Contains(verb, StringComparison.Ordinal)) && Interlocked.Decrement(ref _left) == 0)
            {
                throw new SqliteException("disk I/O error", 10);
            }
        }
    }

    /// <summary>The next commit is kept, and its answer gets lost on the way.</summary>
    internal sealed class LostAnswers : DbTransactionInterceptor
    {
        private int _losesNext;

        public void LoseNext() => Interlocked.Exchange(ref _losesNext, 1);

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            Interlocked.Exchange(ref _losesNext, 0) == 1 ? throw new SqliteException("disk I/O error", 10) : Task.CompletedTask;
    }
}
