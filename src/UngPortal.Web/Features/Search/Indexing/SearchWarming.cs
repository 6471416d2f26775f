using UngPortal.Features.Search.Engine;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.Search.Indexing;

/// <summary>Makes new large parts of the index ready for questions: those that are there at the start, and those that come by merging and rebuilding.</summary>
public sealed partial class SearchWarming(SearchEngine engine, TimeProvider time, ILogger<SearchWarming> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Beat.KeepAsync(Interval, time, WarmAsync, LogFailed, stoppingToken);

    private Task WarmAsync(CancellationToken cancellationToken)
    {
        engine.Warm(cancellationToken);
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The search index could not be made ready ahead ({Problem}): searches find what they need themselves.")]
    private partial void LogFailed(string problem);
}
