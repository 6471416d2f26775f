using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Caching;

/// <summary>Runs a page's endpoint into memory and stores what may be stored; sends nothing, so that nobody waits for a slow reader.</summary>
internal sealed class PageRenderer(PageCache cache, PageKeys keys, PageFailures failures, TimeProvider time, IOptions<PageCacheOptions> options)
{
    /// <summary>Renders the page of <paramref name="key"/>. A failure gives the old copy, or is thrown when there is none.</summary>
    public async Task<Answer> RenderAsync(HttpContext context, RequestDelegate next, CachedPageAttribute page, string key, PageEntry? old)
    {
        var began = cache.Now;
        var generation = cache.Generation;
        var tags = new CacheTags();
        context.Features.Set(tags);
        keys.HideTheRest(context.Request);

        BufferedResponse response;
        try
        {
            response = await RunToTheEndAsync(context, next, old is not null);
        }
        catch (Exception problem) when (old is not null)
        {
            failures.Note(old, problem);
            return Old(context, old);
        }

        if (old is not null && response.Status >= StatusCodes.Status500InternalServerError)
        {
            failures.Note(old, response.Status);
            return Old(context, old);
        }

        if (!response.IsStorable)
        {
            if (old is not null)
            {
                cache.Remove(old);
            }

            return new Answer(null, response);
        }

        var entry = new PageEntry(key, response.Body, PageExpiry.Of(page, began))
        {
            Route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
            ContentType = context.Response.ContentType,
            Headers = BufferedResponse.OwnHeaders(context.Response),
            Tags = tags.ToArray(),
            Counted = tags.Counted,
            Generation = generation,
        };
        cache.Store(entry);
        return new Answer(entry, null);
    }

    /// <summary>A rendering that others wait for goes on when its own reader leaves.</summary>
    private async Task<BufferedResponse> RunToTheEndAsync(HttpContext context, RequestDelegate next, bool hasOld)
    {
        var aborted = context.RequestAborted;
        using var limit = hasOld ? new CancellationTokenSource(options.Value.RenderLimit, time) : new CancellationTokenSource();
        context.RequestAborted = limit.Token;
        try
        {
            return await BufferedResponse.RunAsync(context, next);
        }
        finally
        {
            context.RequestAborted = aborted;
        }
    }

    private static Answer Old(HttpContext context, PageEntry old)
    {
        context.Response.Clear();
        return new Answer(old, null);
    }

    /// <summary>A stored page, or a response that may not be stored.</summary>
    internal readonly record struct Answer(PageEntry? Entry, BufferedResponse? Response);
}
