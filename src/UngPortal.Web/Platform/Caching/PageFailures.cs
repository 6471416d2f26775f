namespace UngPortal.Platform.Caching;

/// <summary>Notes that a page could not be rendered anew and its old copy goes on; the next try waits a second.</summary>
internal sealed partial class PageFailures(PageCache cache, ILogger<PageCache> logger)
{
    private static readonly long Pause = TimeSpan.FromSeconds(1).Ticks;

    public void Note(PageEntry old, Exception problem)
    {
        old.Postpone(cache.Now + Pause);
        LogThrew(problem, old.Route);
    }

    public void Note(PageEntry old, int status)
    {
        old.Postpone(cache.Now + Pause);
        LogAnswered(old.Route, status);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Route} could not be rendered; the old copy goes on.")]
    private partial void LogThrew(Exception problem, string? route);

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Route} answered {Status} when rendered; the old copy goes on.")]
    private partial void LogAnswered(string? route, int status);
}
