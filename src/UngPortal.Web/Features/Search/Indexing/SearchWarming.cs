using UngPortal.Features.Search.Engine;

namespace UngPortal.Features.Search.Indexing;

/// <summary>Makes new parts of the index ready for questions: at start, and then every minute, since large parts come by merging.</summary>
public sealed partial class SearchWarming(SearchEngine engine, TimeProvider time, ILogger<SearchWarming> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                engine.Warm(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                LogFailed(problem.GetType().Name); // Searches then find what they need themselves.
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be made ready ahead ({Problem}).")]
    private partial void LogFailed(string problem);
}
