using Microsoft.Extensions.Options;
using UngPortal.Platform.Web;


namespace UngPortal.Features.Importing;

public static class ImportingFeature
{
    public static void AddImporting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ContentFolderOptions>().BindConfiguration(ContentFolderOptions.Section).ValidateOnStart();
        builder.Services.AddScoped<TopicImport>();
        builder.Services.AddScoped<MarkdownPublication>();
        builder.Services.AddScoped<PicturePublication>();
        builder.Services.AddScoped<FilmPublication>();
        builder.Services.AddScoped<ContentReading>();
        builder.Services.AddScoped<ContentImporter>();
        builder.Services.AddScoped<ContentComparison>();
        builder.Services.AddScoped<IStartupStep, ImportAtStart>();
    }

    private sealed class ImportAtStart(ContentImporter importer, IOptions<ContentFolderOptions> options, IHostEnvironment environment) : IStartupStep
    {
        public async Task<string> RunAsync(CancellationToken cancellationToken) =>
            options.Value.ImportAtStart
                ? $"content: {await importer.RunAsync(options.Value.PathIn(environment), cancellationToken)}"
                : "content: not imported";
    }
}
