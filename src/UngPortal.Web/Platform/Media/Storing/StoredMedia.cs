using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace UngPortal.Platform.Media.Storing;

/// <summary>Hands out what lies in the <see cref="IMediaStore"/>: whole or one range, for good, and inert when opened by itself. Source: ASVS 5.0 V3.2.1, V5.4.1.</summary>
public static class StoredMedia
{
    /// <summary>The address prefix of stored pictures.</summary>
    public const string PicturePrefix = "/media/bilde/";

    /// <summary>The address prefix of stored films and their captions.</summary>
    public const string FilmPrefix = "/media/film/";

    private const int BufferSize = 81_920;

    /// <summary>The address of a stored file.</summary>
    public static string UrlOf(string name) => (MediaName.TryParse(name, out var media) && !media.IsPicture ? FilmPrefix : PicturePrefix) + name;

    /// <summary>The address of a media name, wherever it lies: in the store, or in the folder of what was imported.</summary>
    public static string AddressOf(string name) => MediaName.TryParse(name, out _) ? UrlOf(name) : MediaFolder.UrlOf(name);

    /// <summary>Maps the addresses. They are as open and as unlimited as the rest of <see cref="MediaFolder.UrlPrefix"/>.</summary>
    public static void MapStoredMedia(this WebApplication app)
    {
        foreach (var prefix in (string[])[PicturePrefix, FilmPrefix])
        {
            app.MapMethods(prefix + "{name}", [HttpMethods.Get, HttpMethods.Head], (HttpContext context, string name, IMediaStore store) => AnswerAsync(context, prefix, name, store))
                .DisableRateLimiting().AllowAnonymous();
        }
    }

    private static async Task AnswerAsync(HttpContext context, string prefix, string name, IMediaStore store)
    {
        try
        {
            await SendAsync(context, prefix, name, store);
        }
        catch (IOException) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private static async Task SendAsync(HttpContext context, string prefix, string name, IMediaStore store)
    {
        var response = context.Response;
        if (!MediaName.TryParse(name, out var media) || UrlOf(name) != prefix + name || await store.LengthAsync(media, context.RequestAborted) is not { } length)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var tag = new EntityTagHeaderValue($"\"{media.Text[..MediaName.StemLength]}\"");
        var asked = context.Request.GetTypedHeaders();
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.GetTypedHeaders().ETag = tag;
        response.Headers.AcceptRanges = "bytes";
        if (asked.IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || known == EntityTagHeaderValue.Any))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = media.ContentType;
        response.Headers.ContentDisposition = $"inline; filename=\"{media.Text}\"";
        var (from, count) = (0L, length);
        if (IsRangeOf(asked, tag, out var range))
        {
            (from, count) = Within(range, length);
            response.StatusCode = count > 0 ? StatusCodes.Status206PartialContent : StatusCodes.Status416RangeNotSatisfiable;
            response.Headers.ContentRange = count > 0 ? $"bytes {from}-{from + count - 1}/{length}" : $"bytes */{length}";
        }

        response.ContentLength = count;
        if (count > 0 && HttpMethods.IsGet(context.Request.Method))
        {
            await using var part = await store.ReadAsync(media, from, count, context.RequestAborted);
            await CopyAsync(part, response.Body, count, context.RequestAborted);
        }
    }

    /// <summary>One range is honoured; several at once get the whole, which the standard allows.</summary>
    private static bool IsRangeOf(RequestHeaders asked, EntityTagHeaderValue tag, out RangeItemHeaderValue range)
    {
        range = asked.Range?.Ranges.FirstOrDefault()!;
        return asked.Range is { Unit.Value: "bytes", Ranges.Count: 1 }
            && (asked.IfRange is null || asked.IfRange.EntityTag?.Compare(tag, useStrongComparison: true) == true);
    }

    /// <summary>Offset and count of a range; the count is 0 when none of it is there.</summary>
    private static (long From, long Count) Within(RangeItemHeaderValue range, long length)
    {
        if (range.From is not { } from)
        {
            var last = Math.Min(range.To ?? 0, length);
            return (length - last, last);
        }

        return from >= length ? (from, 0) : (from, Math.Min(range.To ?? (length - 1), length - 1) - from + 1);
    }

    private static async Task CopyAsync(Stream source, Stream target, long count, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (count > 0)
        {
            var read = await source.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, count)), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The stored file is shorter than it was said to be.");
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            count -= read;
        }
    }
}
