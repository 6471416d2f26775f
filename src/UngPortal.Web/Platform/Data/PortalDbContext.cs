using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using UngPortal.Kernel;
using UngPortal.Platform.Audit;

namespace UngPortal.Platform.Data;

/// <summary>The one database. Knows no feature: each feature's <c>…Data.cs</c> brings its tables and its extension property.</summary>
/// <remarks>Lent from a pool, so it keeps nothing of whoever had it before: setting a context up costs as much as a short question.</remarks>
public abstract class PortalDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The clock that stamps rows: the site's own, the system's where there is no site around.</summary>
    public TimeProvider Time { get; } = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider?.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AuditGuard.Check(ChangeTracker);
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AuditGuard.Check(ChangeTracker);
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<LocalizedText>().HaveConversion<LocalizedTextConverter, LocalizedTextComparer>();
    }

    /// <summary>SQLite has no rowversion: a <c>Version</c> property is the token on both engines and rises with each change.</summary>
    internal void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
            {
                var version = entry.Property("Version");
                version.CurrentValue = (int)version.OriginalValue! + 1;
            }
        }
    }
}
