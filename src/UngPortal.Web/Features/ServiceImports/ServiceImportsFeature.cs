using UngPortal.Features.ServiceImports.Exporting;
using UngPortal.Features.ServiceImports.Importing;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.ServiceImports;

public static class ServiceImportsFeature
{
    public static void AddServiceImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DryRun>();
        builder.Services.AddScoped<NewReport>();
        builder.Services.AddScoped<ReportFile>();
        builder.Services.AddScoped<ReportPage>();
        builder.Services.AddScoped<RunSteps>();
        builder.Services.AddScoped<TakingIn>();
        builder.Services.AddScoped<TakingBack>();
        builder.Services.AddScoped<ImportWork>();
        builder.Services.AddScoped<RegisterExport>();
        builder.Services.AddSingleton<ImportProgress>();
        builder.Services.AddHostedService<ImportWorker>();
        builder.Services.AddNightlyJob<ImportRetention>(hour: 3, minute: 16);
    }
}
