using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Data;

/// <summary>Registers the one database on the engine that configuration names.</summary>
public static class DataWiring
{
    /// <summary>Adds <see cref="PortalDbContext"/>; pages ask for the abstract one. A feature that must see every save registers an <see cref="IInterceptor"/> as a singleton.</summary>
    public static void AddPortalData(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DatabaseOptions>().BindConfiguration(DatabaseOptions.Section).ValidateDataAnnotations()
            .Validate(options => !options.IsSqlServer || options.ConnectionString.Length > 0, "Database:ConnectionString is needed for SqlServer.")
            .ValidateOnStart();
        builder.Services.AddScoped<SchemaUpdate>();
        builder.Services.AddSingleton<VisitorWrites>();

        if (builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() is { IsSqlServer: true })
        {
            builder.Services.AddDbContextPool<PortalDbContext, SqlServerPortalDbContext>((services, options) => options.UseSqlServer(
                services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString,
                server => server.EnableRetryOnFailure(5).CommandTimeout(15)).AddInterceptors(services.GetServices<IInterceptor>()));
        }
        else
        {
            builder.Services.AddDbContextPool<PortalDbContext, SqlitePortalDbContext>((services, options) => options
                .UseSqlite(SqliteConnectionText(services), sqlite => sqlite.CommandTimeout(15))
                .AddInterceptors([new SqlitePragmas(), .. services.GetServices<IInterceptor>()]));
            builder.Services.AddNightlyJob<WalTruncation>(hour: 4, minute: 55);
        }
    }

    private static string SqliteConnectionText(IServiceProvider services)
    {
        var configured = services.GetRequiredService<IOptions<DatabaseOptions>>().Value.ConnectionString;
        return configured.Length > 0
            ? configured
            : $"Data Source={services.GetRequiredService<DataFolder>().PathOf("ungportal.db")}";
    }
}
