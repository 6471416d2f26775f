using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace UngPortal.Tests.Platform.Media;

/// <summary>A small store that speaks as much S3 as the site does, and remembers how it was asked.</summary>
internal sealed class S3Server : IAsyncDisposable
{
    public const string Bucket = "ungportal";
    public const string AccessKey = "PROVENOKKEL";
    private readonly WebApplication _app;

    private S3Server(WebApplication app) => _app = app;

    public ConcurrentDictionary<string, (byte[] Content, string Type, DateTime At)> Objects { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>What every request is answered with instead; 0 for the right answer.</summary>
    public int Failing { get; set; }

    public string Address => _app.Urls.First();

    public static async Task<S3Server> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new S3Server(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Requests.Enqueue(new Asked(request.Method, request.Path, request.QueryString.Value ?? "", request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var isSigned = request.Headers.Authorization.ToString().StartsWith($"AWS4-HMAC-SHA256 Credential={AccessKey}/", StringComparison.Ordinal);
        var key = request.Path.Value![(Bucket.Length + 1)..].TrimStart('/');
        var status = Failing > 0 ? Failing : isSigned ? await ServeAsync(request, response, key, body.ToArray()) : StatusCodes.Status403Forbidden;
        if (!response.HasStarted)
        {
            response.StatusCode = status;
        }
    }

    private async Task<int> ServeAsync(HttpRequest request, HttpResponse response, string key, byte[] body)
    {
        switch (request.Method)
        {
            case "PUT":
                Objects[key] = (body, request.ContentType ?? "", DateTime.UnixEpoch);
                response.Headers.ETag = "\"0\"";
                return StatusCodes.Status200OK;
            case "DELETE":
                Objects.TryRemove(key, out _);
                return StatusCodes.Status204NoContent;
            case "GET" when key.Length == 0:
                await ListAsync(request, response);
                return StatusCodes.Status200OK;
            default:
                return Objects.TryGetValue(key, out var found) ? await SendAsync(request, response, found.Content) : StatusCodes.Status404NotFound;
        }
    }

    /// <summary>Two at a time, so that the site must ask again.</summary>
    private async Task ListAsync(HttpRequest request, HttpResponse response)
    {
        const int Page = 2;
        var from = int.Parse(request.Query["continuation-token"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var all = Objects.Where(pair => pair.Key.StartsWith(request.Query["prefix"].ToString(), StringComparison.Ordinal)).OrderBy(pair => pair.Key, StringComparer.Ordinal).ToList();
        var isCut = all.Count > from + Page;
        response.ContentType = "application/xml";
        var items = string.Concat(all.Skip(from).Take(Page).Select(pair =>
            $"<Contents><Key>{pair.Key}</Key><LastModified>{pair.Value.At:yyyy-MM-ddTHH:mm:ss.fffZ}</LastModified><Size>{pair.Value.Content.Length}</Size></Contents>"));
        await response.WriteAsync($"<?xml version=\"1.0\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><IsTruncated>{(isCut ? "true" : "false")}</IsTruncated>"
            + (isCut ? $"<NextContinuationToken>{from + Page}</NextContinuationToken>" : "") + items + "</ListBucketResult>");
    }

    private static async Task<int> SendAsync(HttpRequest request, HttpResponse response, byte[] content)
    {
        var (from, to) = (0, content.Length - 1);
        if (request.GetTypedHeaders().Range is { } range)
        {
            (from, to) = ((int)range.Ranges.First().From!, (int)range.Ranges.First().To!);
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {from}-{to}/{content.Length}";
        }

        response.ContentLength = to - from + 1;
        if (request.Method == "GET")
        {
            await response.Body.WriteAsync(content.AsMemory(from, to - from + 1));
        }

        return response.StatusCode;
    }

    internal sealed record Asked(string Method, string Path, string Query, Dictionary<string, string> Headers);
}
