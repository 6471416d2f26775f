using UngPortal.Platform.Jobs;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>Looks every second for an import that somebody has asked for.</summary>
public sealed partial class ImportWorker(IServiceScopeFactory scopes, TimeProvider time, ILogger<ImportWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, WorkAsync, LogStopped, stoppingToken);

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<ImportWork>().DoOneAsync(cancellationToken))
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An import of services did not end ({Problem}); it is begun anew.")]
    private partial void LogStopped(string problem);
}
