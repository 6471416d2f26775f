using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Data;

/// <summary>The site where something happens in the middle of what somebody does, and with the strategy that tries again on SQL Server.</summary>
internal sealed class ContestedSite : PortalApp
{
    public Meanwhile Next { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<SqlitePortalDbContext>(options => options
                .UseSqlite(sqlite => sqlite.ExecutionStrategy(dependencies => new SqlServerRetryingExecutionStrategy(dependencies, 1, TimeSpan.FromMilliseconds(1), null))).AddInterceptors(Next));
            services.ConfigureDbContext<SqlServerPortalDbContext>(options => options.AddInterceptors(Next));
        });
    }

    internal sealed class Meanwhile : DbCommandInterceptor
    {
        private string[] _words = [];
        private Func<Task> _act = () => Task.CompletedTask;
        private int _left;

        /// <summary>Does something before the next commands that have these words in them.</summary>
        public void Before(int times, Func<Task> act, params string[] words) => (_words, _act, _left) = (words, act, times);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (_left > 0 && _words.All(word => command.CommandText.Contains(word, StringComparison.Ordinal)))
            {
                _left--;
                await _act();
            }

            return result;
        }
    }
}
