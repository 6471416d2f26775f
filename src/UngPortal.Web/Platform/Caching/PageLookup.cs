using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Caching;

/// <summary>The outer half of the page cache: answers from the stored copy, before routing and everything else.</summary>
internal sealed class PageLookup(RequestDelegate next, PageCache cache, PageKeys keys, PageFlights flights, PageSending sending, PageFailures failures,
    IOptions<PageCacheOptions> options)
{
    private readonly bool _answersWhereHeard = options.Value.AnswersWhereHeard;

    public Task InvokeAsync(HttpContext context)
    {
        var key = keys.Of(context.Request);
        if (key is null)
        {
            return GoOnAsync(context);
        }

        var now = cache.Now;
        var entry = cache.Find(key, now);
        if (entry is not null && (entry.IsFresh(now) || !entry.MayRetry(now) || (!entry.IsEvicted && flights.IsRunning(key))))
        {
            return SendAsync(context, entry);
        }

        context.Features.Set(new CacheableRequest(key, entry));
        return entry is null ? GoOnAsync(context) : RenderOrSendOldAsync(context, entry);
    }

    private Task GoOnAsync(HttpContext context) => SocketThread.Leave(context) ? GoOnInPoolAsync(context) : next(context);

    private async Task GoOnInPoolAsync(HttpContext context)
    {
        await Task.Yield();
        await next(context);
    }

    private async Task RenderOrSendOldAsync(HttpContext context, PageEntry old)
    {
        try
        {
            await GoOnAsync(context);
        }
        catch (Exception problem) when (!context.Response.HasStarted)
        {
            failures.Note(old, problem);
            context.Response.Clear();
            await SendAsync(context, old);
            return;
        }

        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError && !context.Response.HasStarted)
        {
            failures.Note(old, context.Response.StatusCode);
            context.Response.Clear();
            await SendAsync(context, old);
        }
    }

    private Task SendAsync(HttpContext context, PageEntry entry)
    {
        if (_answersWhereHeard && Thread.CurrentThread.IsThreadPoolThread)
        {
            SocketThread.Stay(context);
        }

        return sending.SendAsync(context, entry);
    }
}
