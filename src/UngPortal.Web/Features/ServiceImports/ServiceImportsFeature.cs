using UngPortal.Features.ServiceImports.Exporting;
using UngPortal.Features.ServiceImports.Importing;
using UngPortal.Features.ServiceImports.Running;

namespace UngPortal.Features.ServiceImports;

public static class ServiceImportsFeature
{
    public static void AddServiceImports(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<DryRun>();
        builder.Services.AddScoped<ReportFile>();
        builder.Services.AddScoped<ImportWork>();
        builder.Services.AddScoped<RegisterExport>();
        builder.Services.AddSingleton<ImportProgress>();
        builder.Services.AddHostedService<ImportWorker>();
    }
}
