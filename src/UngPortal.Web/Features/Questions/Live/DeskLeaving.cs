using UngPortal.Features.Accounts;
using UngPortal.Features.Questions.Desk;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Questions.Live;

/// <summary>Closes the connections of those who signed out, were locked out, lost their role or were away too long, within ten seconds. Source: asvs.md, row 47.</summary>
public sealed partial class DeskLeaving(DeskConnections connections, IServiceScopeFactory scopes, TimeProvider time, ILogger<DeskLeaving> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Looks once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (connections.Sessions is not { Count: > 0 } open)
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        connections.KeepOnly(await scope.ServiceProvider.GetRequiredService<StaffSessions>().StillOpenAsync(open, DeskAccess.All, cancellationToken));
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, RunAsync, LogPostponed, stoppingToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Open desk connections could not be checked ({Problem}); trying again.")]
    private partial void LogPostponed(string problem);
}
