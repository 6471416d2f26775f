using UngPortal.Features.Averting.Keeping;
using UngPortal.Platform.Access;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Sealing;

namespace UngPortal.Features.Averting;

public static class AvertingFeature
{
    public static void AddAverting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AvertingOptions>().BindConfiguration(AvertingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSealedRecords<CaseKeys>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseMails>();
        services.AddScoped<IMyWork, AvertingWork>();
        services.AddSingleton<CaseAlerts>();
        services.AddHostedService(provider => provider.GetRequiredService<CaseAlerts>());
        services.AddSingleton(new StaffMenuEntry(9, "/admin/avverging", "Averting_Menu", CaseDesk.Handlers));
        services.AddNightlyJob<CaseRetention>(hour: 3, minute: 40);
    }
}
