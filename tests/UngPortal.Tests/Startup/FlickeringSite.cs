using System.Data.Common;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The site with a database that goes away when a test says so.</summary>
internal sealed class FlickeringSite : PortalApp
{
    public Away Switch { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<SqlitePortalDbContext>(options => options.AddInterceptors(Switch));
            services.ConfigureDbContext<SqlServerPortalDbContext>(options => options.AddInterceptors(Switch));
        });
    }

    internal sealed class Away : DbConnectionInterceptor
    {
        private volatile bool _isAway;

        public bool IsAway
        {
            get => _isAway;
            set => _isAway = value;
        }

        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
            IsAway ? throw new SqliteException("unable to open database file", 14) : result;

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
            IsAway ? throw new SqliteException("unable to open database file", 14) : new(result);
    }
}
