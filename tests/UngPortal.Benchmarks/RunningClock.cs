using System.Diagnostics;
using UngPortal.Testing;

namespace UngPortal.Benchmarks;

/// <summary>Keeps a site's clock in pace with the real one, so that its workers work as they do for people.</summary>
internal sealed class RunningClock : IAsyncDisposable
{
    private const int StepMs = 5;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;

    public RunningClock(PortalApp site)
    {
        _ = site.Services;
        _running = RunAsync(site);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _stopping.Dispose();
    }

    private async Task RunAsync(PortalApp site)
    {
        var (watch, told) = (Stopwatch.StartNew(), TimeSpan.Zero);
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(StepMs, CancellationToken.None);
            var now = watch.Elapsed;
            site.Clock.Advance(now - told);
            told = now;
        }
    }
}
