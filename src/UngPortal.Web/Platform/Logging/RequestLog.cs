using System.Diagnostics;

namespace UngPortal.Platform.Logging;

/// <summary>One line per request: method, route template, status, milliseconds. No path, query, address or browser.</summary>
/// <remarks>Stands inside the page cache: stored pages make no lines, so that a busy hour costs neither time nor disk.</remarks>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const string NoRoute = "(none)";
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public async Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch
        {
            Write(context, StatusCodes.Status500InternalServerError, began);
            throw;
        }

        Write(context, context.Response.StatusCode, began);
    }

    private void Write(HttpContext context, int status, long began)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
            var method = Methods.Contains(context.Request.Method) ? context.Request.Method : "OTHER";
            LogRequest(method, route, status, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} in {Elapsed:0.0} ms")]
    private partial void LogRequest(string method, string route, int status, double elapsed);
}
