using UngPortal.Platform.Jobs;
using UngPortal.Platform.Web;

namespace UngPortal.Platform.Sealing;

/// <summary>Registers the sealing of what young people write.</summary>
public static class SealingWiring
{
    /// <summary>Adds <see cref="Sealer"/> and its keys, the checks at start and in <c>/health/ready</c>, and the nightly rotation.</summary>
    public static void AddPortalSealing(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SealingKeys>();
        builder.Services.AddSingleton<Sealer>();
        builder.Services.AddScoped<SealingCheck>();
        builder.Services.AddScoped<IStartupStep, SealingStart>();
        builder.Services.AddSingleton<SealingReady>();
        builder.Services.AddHealthChecks().AddCheck<SealingReady>("sealing");
        builder.Services.AddNightlyJob<SealingRotation>(hour: 4, minute: 30);
    }

    /// <summary>Lets start-up check a feature's sealed records and the rotation rewrap them.</summary>
    public static void AddSealedRecords<T>(this IServiceCollection services)
        where T : class, ISealedRecords => services.AddScoped<ISealedRecords, T>();
}
