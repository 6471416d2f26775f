using System.Diagnostics;
using UngPortal.Platform.Caching;

namespace UngPortal.Platform.Logging;

/// <summary>One line per request: method, route template, status, milliseconds. No path, query, address or browser.</summary>
/// <remarks>Answers from the page cache are lines at Debug, so that a busy hour costs neither time nor disk.</remarks>
internal sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    private const string NoRoute = "(none)";
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public Task InvokeAsync(HttpContext context)
    {
        var began = Stopwatch.GetTimestamp();
        Task answering;
        try
        {
            answering = next(context);
        }
        catch
        {
            Write(context, StatusCodes.Status500InternalServerError, began);
            throw;
        }

        if (!answering.IsCompletedSuccessfully)
        {
            return WriteAfterAsync(answering, context, began);
        }

        Write(context, context.Response.StatusCode, began);
        return Task.CompletedTask;
    }

    private async Task WriteAfterAsync(Task answering, HttpContext context, long began)
    {
        try
        {
            await answering;
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
        var stored = context.Features.Get<PageEntry>();
        var level = stored is null ? LogLevel.Information : LogLevel.Debug;
        if (logger.IsEnabled(level))
        {
            var route = stored?.Route ?? (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? NoRoute;
            var method = Methods.Contains(context.Request.Method) ? context.Request.Method : "OTHER";
            LogRequest(level, method, route, status, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    [LoggerMessage(Message = "{Method} {Route} {Status} in {Elapsed:0.0} ms")]
    private partial void LogRequest(LogLevel level, string method, string route, int status, double elapsed);
}
