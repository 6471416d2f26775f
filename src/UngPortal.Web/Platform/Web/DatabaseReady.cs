using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using UngPortal.Platform.Data;

namespace UngPortal.Platform.Web;

/// <summary>Ready means that the database answers and has every migration.</summary>
public sealed class DatabaseReady(PortalDbContext db) : IHealthCheck
{
    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
            ? HealthCheckResult.Unhealthy("migrations are missing")
            : HealthCheckResult.Healthy();
}
