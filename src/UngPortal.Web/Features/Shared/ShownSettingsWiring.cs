using Microsoft.Extensions.Options;

namespace UngPortal.Features.Shared;

public static partial class ShownSettingsWiring
{
    /// <summary>Adds the settings that texts show, and a warning at the start where the privacy page has gaps.</summary>
    public static void AddShownSettings(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ControllerOptions>().BindConfiguration(ControllerOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<ShownSettings>();
        builder.Services.AddHostedService<GapWarning>();
    }

    private sealed partial class GapWarning(IOptions<ControllerOptions> controller, IHostEnvironment environment, ILogger<ControllerOptions> logger) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            if (!environment.IsDevelopment() && controller.Value.Missing() is { Count: > 0 } missing)
            {
                LogGaps(string.Join(", ", missing));
            }

            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        [LoggerMessage(Level = LogLevel.Warning, Message = "The privacy page has gaps: set {Settings} before the site opens for everyone.")]
        private partial void LogGaps(string settings);
    }
}
