using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Caching;

/// <summary>The inner half of the page cache, after routing: renders a page once for everyone who asks at the same time.</summary>
internal sealed class PageRendering(
    RequestDelegate next, PageCache cache, PageKeys keys, PageFlights flights, PageSending sending, PageFailures failures, TimeProvider time, IOptions<PageCacheOptions> options)
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

        return endpoint?.Metadata.GetMetadata<CompressedPageAttribute>() is null ? next(context) : CompressAsync(context);
    }

    private async Task AnswerAsync(HttpContext context, CachedPageAttribute page, CacheableRequest request)
    {
        var old = request.Old;
        while (true)
        {
            if (flights.TryBegin(request.Key, out var running) is { } mine)
            {
                try
                {
                    await AnswerInFlightAsync(context, page, request.Key);
                    return;
                }
                finally
                {
                    flights.End(request.Key, mine);
                }
            }

            if (old is { IsEvicted: false } || !await flights.WaitAsync(running, options.Value.Patience, context.RequestAborted))
            {
                await (old is null ? RenderAsync(context, page, request.Key, null) : sending.SendAsync(context, old));
                return;
            }

            var now = cache.Now;
            old = cache.Find(request.Key, now);
            if (old is null)
            {
                await RenderAsync(context, page, request.Key, null);
                return;
            }

            if (old.IsFresh(now) || !old.MayRetry(now))
            {
                await sending.SendAsync(context, old);
                return;
            }
        }
    }

    /// <summary>Looks once more, since another flight may have landed between the look-up and this one.</summary>
    private Task AnswerInFlightAsync(HttpContext context, CachedPageAttribute page, string key)
    {
        var now = cache.Now;
        var entry = cache.Find(key, now);
        return entry is not null && (entry.IsFresh(now) || !entry.MayRetry(now))
            ? sending.SendAsync(context, entry)
            : RenderAsync(context, page, key, entry);
    }

    private async Task RenderAsync(HttpContext context, CachedPageAttribute page, string key, PageEntry? old)
    {
        var began = cache.Now;
        var generation = cache.Generation;
        var tags = new CacheTags();
        context.Features.Set(tags);
        keys.HideTheRest(context.Request);

        BufferedResponse response;
        try
        {
            response = await RunToTheEndAsync(context, old is not null);
        }
        catch (Exception problem) when (old is not null)
        {
            failures.Note(old, problem);
            await SendOldAsync(context, old);
            return;
        }

        if (old is not null && response.Status >= StatusCodes.Status500InternalServerError)
        {
            failures.Note(old, response.Status);
            await SendOldAsync(context, old);
        }
        else if (response.IsStorable)
        {
            var entry = new PageEntry(key, response.Body, PageExpiry.Of(page, began))
            {
                Route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
                ContentType = context.Response.ContentType,
                Headers = BufferedResponse.OwnHeaders(context.Response),
                Tags = tags.ToArray(),
                Generation = generation,
            };
            cache.Store(entry);
            await sending.SendAsync(context, entry);
        }
        else
        {
            if (old is not null)
            {
                cache.Remove(old);
            }

            await response.SendAsync(context);
        }
    }

    /// <summary>A rendering that others wait for goes on when its own reader leaves.</summary>
    private async Task<BufferedResponse> RunToTheEndAsync(HttpContext context, bool hasOld)
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

    private Task SendOldAsync(HttpContext context, PageEntry old)
    {
        context.Response.Clear();
        return sending.SendAsync(context, old);
    }

    private async Task CompressAsync(HttpContext context)
    {
        var response = await BufferedResponse.RunAsync(context, next);
        await response.SendCompressedAsync(context);
    }
}
