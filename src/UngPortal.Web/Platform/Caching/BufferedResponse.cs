using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace UngPortal.Platform.Caching;

/// <summary>What an endpoint would have sent, held back: the response hasn't started.</summary>
internal sealed class BufferedResponse
{
    /// <summary>Set anew for each answer by us or the server.</summary>
    private static readonly HashSet<string> NotThePages = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.CacheControl, HeaderNames.Vary, HeaderNames.ETag, HeaderNames.ContentType, HeaderNames.ContentEncoding,
        HeaderNames.ContentLength, HeaderNames.Date, HeaderNames.Server, HeaderNames.Connection, HeaderNames.TransferEncoding,
        HeaderNames.Pragma, HeaderNames.Expires,
    };

    private BufferedResponse(HttpResponse response, byte[] body)
    {
        Status = response.StatusCode;
        Body = body;
        IsStorable = Status == StatusCodes.Status200OK && body.Length > 0 && response.Headers.SetCookie.Count == 0
            && response.Headers.ContentEncoding.Count == 0 && response.ContentType is not null;
    }

    public int Status { get; }

    public byte[] Body { get; }

    public bool IsStorable { get; }

    /// <summary>Runs the endpoint with its body going to memory.</summary>
    public static async Task<BufferedResponse> RunAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        var body = new StreamResponseBodyFeature(buffer, wire);
        context.Features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await next(context);
            await body.CompleteAsync();
        }
        finally
        {
            context.Features.Set(wire);
            body.Dispose();
        }

        return new BufferedResponse(context.Response, buffer.ToArray());
    }

    public static KeyValuePair<string, StringValues>[] OwnHeaders(HttpResponse response) =>
        [.. response.Headers.Where(header => !NotThePages.Contains(header.Key))];

    /// <summary>Sends it as it is. An empty body is left to the status code pages.</summary>
    public Task SendAsync(HttpContext context) =>
        Body.Length == 0 ? Task.CompletedTask : context.Response.Body.WriteAsync(Body, context.RequestAborted).AsTask();

    /// <summary>Sends it in the encoding that the client reads.</summary>
    public Task SendCompressedAsync(HttpContext context)
    {
        var response = context.Response;
        if (Body.Length == 0 || response.Headers.ContentEncoding.Count > 0)
        {
            return SendAsync(context);
        }

        response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var encoding = AcceptEncoding.Best(context.Request.Headers.AcceptEncoding);
        var sent = encoding == PageEncoding.Identity ? Body : PageCompression.Compress(Body, encoding, PageCompression.Quick);
        if (encoding != PageEncoding.Identity)
        {
            response.Headers.ContentEncoding = encoding == PageEncoding.Brotli ? "br" : "gzip";
        }

        response.ContentLength = sent.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(sent, context.RequestAborted).AsTask();
    }
}
