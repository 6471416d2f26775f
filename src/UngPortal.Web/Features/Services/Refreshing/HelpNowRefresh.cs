using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Services.Refreshing;

/// <summary>Takes a fresh copy at start and every five minutes.</summary>
public sealed class HelpNowRefresh(HelpNowCopy copy) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await copy.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await copy.RefreshAsync(stoppingToken);
        }
    }
}

/// <summary>Takes a fresh copy as soon as the register has changed.</summary>
public sealed class HelpNowOutboxHandler(HelpNowCopy copy) : IOutboxHandler
{
    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken) =>
        messages.Any(message => message.Kind == ServicesChanged.Kind) ? copy.RefreshAsync(cancellationToken) : Task.CompletedTask;
}
