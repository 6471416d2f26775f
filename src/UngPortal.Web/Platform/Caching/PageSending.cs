using Microsoft.Extensions.Primitives;

namespace UngPortal.Platform.Caching;

/// <summary>Sends a stored page: the copy the client can read, or 304.</summary>
internal sealed class PageSending(PageCache cache, PageRecompression recompression, PageReadings readings)
{
    public static readonly StringValues Vary = "Accept-Encoding, Cookie";
    private static readonly StringValues NoCache = "no-cache";

    public Task SendAsync(HttpContext context, PageEntry entry)
    {
        var request = context.Request;
        var response = context.Response;
        var headers = response.Headers;
        var encoding = AcceptEncoding.Best(request.Headers.AcceptEncoding);
        var copy = cache.CopyOf(entry, encoding);
        if (encoding == PageEncoding.Brotli && entry.IsSecondBrotliHit())
        {
            recompression.Ask(entry);
        }

        if (entry.Counted is { } counted && HttpMethods.IsGet(request.Method))
        {
            readings.Add(counted);
        }

        headers.CacheControl = NoCache;
        headers.Vary = Vary;
        var known = request.Headers.IfNoneMatch;
        if (known.Count > 0 && KnownTag(known, entry) is { } tag)
        {
            headers.ETag = tag == "*" ? copy.ETag : tag;
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        headers.ETag = copy.ETag;
        headers.ContentType = entry.ContentType;
        foreach (var (name, value) in entry.Headers)
        {
            headers[name] = value;
        }

        if (copy.Encoding.Count > 0)
        {
            headers.ContentEncoding = copy.Encoding;
        }

        response.ContentLength = copy.Body.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.BodyWriter.WriteAsync(copy.Body, context.RequestAborted).AsTask();
    }

    /// <summary>The client's tag for this content in whichever encoding, as it wrote it.</summary>
    private static string? KnownTag(StringValues header, PageEntry entry)
    {
        foreach (var line in header)
        {
            foreach (var range in line.AsSpan().Split(','))
            {
                var tag = line.AsSpan()[range].Trim();
                var strong = tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag;
                if (strong is "*" || (strong.StartsWith(entry.TagBeginning, StringComparison.Ordinal) && PageCopy.IsTagEnd(strong[entry.TagBeginning.Length..])))
                {
                    return tag.Length == line!.Length ? line : tag.ToString();
                }
            }
        }

        return null;
    }
}
