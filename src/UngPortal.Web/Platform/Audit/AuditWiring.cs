using UngPortal.Platform.Jobs;

namespace UngPortal.Platform.Audit;

/// <summary>Registers the audit trail.</summary>
public static class AuditWiring
{
    /// <summary>Adds <see cref="AuditTrail"/> and its key, the sealing, the nightly check and the deletion of what is too old.</summary>
    public static void AddPortalAudit(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AuditKey>();
        builder.Services.AddScoped<AuditTrail>();
        builder.Services.AddScoped<AuditVerification>();
        builder.Services.AddSingleton<AuditSealer>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<AuditSealer>());
        builder.Services.AddNightlyJob<AuditCheck>(hour: 4, minute: 40);
        builder.Services.AddNightlyJob<AuditRetention>(hour: 4, minute: 50);
    }
}
