using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Caching;

/// <summary>The inner half of the page cache, after routing: renders a page once for everyone who asks at the same time.</summary>
internal sealed class PageRendering(
    RequestDelegate next, PageCache cache, PageRenderer renderer, PageFlights flights, PageSending sending, IOptions<PageCacheOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<CachedPageAttribute>() is { } page
            && context.Features.Get<CacheableRequest>() is { IsTaken: false } request
            && context.User.Identity is not { IsAuthenticated: true })
        {
            request.IsTaken = true;
            return AnswerAsync(context, page, request);
        }

        // A form that comes back shows what was typed, beside its secret token.
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return isRead && endpoint?.Metadata.GetMetadata<CompressedPageAttribute>() is not null ? CompressAsync(context) : next(context);
    }

    private async Task AnswerAsync(HttpContext context, CachedPageAttribute page, CacheableRequest request)
    {
        var answer = await FindAnswerAsync(context, page, request.Key, request.Old);
        await (answer.Entry is { } entry ? sending.SendAsync(context, entry) : answer.Response!.SendAsync(context));
    }

    private async Task<PageRenderer.Answer> FindAnswerAsync(HttpContext context, CachedPageAttribute page, string key, PageEntry? old)
    {
        while (true)
        {
            if (flights.TryBegin(key, out var running) is { } mine)
            {
                try
                {
                    return await RenderInFlightAsync(context, page, key);
                }
                finally
                {
                    flights.End(key, mine);
                }
            }

            if (old is { IsEvicted: false } || !await flights.WaitAsync(running, options.Value.Patience, context.RequestAborted))
            {
                return old is null ? await renderer.RenderAsync(context, next, page, key, null) : new PageRenderer.Answer(old, null);
            }

            var now = cache.Now;
            old = cache.Find(key, now);
            if (old is null)
            {
                return await renderer.RenderAsync(context, next, page, key, null);
            }

            if (old.IsFresh(now) || !old.MayRetry(now))
            {
                return new PageRenderer.Answer(old, null);
            }
        }
    }

    /// <summary>Looks once more, since another flight may have landed between the look-up and this one.</summary>
    private async Task<PageRenderer.Answer> RenderInFlightAsync(HttpContext context, CachedPageAttribute page, string key)
    {
        var now = cache.Now;
        var entry = cache.Find(key, now);
        return entry is not null && (entry.IsFresh(now) || !entry.MayRetry(now))
            ? new PageRenderer.Answer(entry, null)
            : await renderer.RenderAsync(context, next, page, key, entry);
    }

    private async Task CompressAsync(HttpContext context)
    {
        var response = await BufferedResponse.RunAsync(context, next);
        await response.SendCompressedAsync(context);
    }
}
