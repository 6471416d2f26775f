using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace UngPortal.Platform.Security;

/// <summary>Refuses changes and sockets that another site asks for (403), methods that an address doesn't have (405) and what nobody waits for; sits right after routing.</summary>
/// <remarks>Sources: ASVS 5.0 V3.5.1 to V3.5.3, V4.1.4, V4.2.1, V13.4.4. Antiforgery tokens are asked for besides this.</remarks>
internal sealed class FetchGuard(RequestDelegate next, IOptions<HostAndProxyOptions> options)
{
    private static readonly StringValues PlainMethods = "GET, HEAD, POST";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.RequestAborted.IsCancellationRequested)
        {
            // The other side was gone before this began. Kestrel leaves the body of a request broken off unread and takes the rest of it for the next one.
            context.Abort();
            return Task.CompletedTask;
        }

        var request = context.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (!isRead && !IsOffered(context.GetEndpoint(), request.Method, out var offered))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = offered;
            return Task.CompletedTask;
        }

        // A socket is opened by a GET, and browsers let any site open one anywhere.
        if ((!isRead || request.IsSocket) && !HttpMethods.IsOptions(request.Method) && IsForeign(request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    /// <summary>A Razor page answers any method like GET unless it is asked here for its handlers.</summary>
    private static bool IsOffered(Endpoint? endpoint, string method, out StringValues offered)
    {
        offered = PlainMethods;
        if (endpoint?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page)
        {
            offered = page.HandlerMethods.Any(handler => HttpMethods.IsPost(handler.HttpMethod)) ? PlainMethods : "GET, HEAD";
            return page.HandlerMethods.Any(handler => HttpMethods.Equals(handler.HttpMethod, method));
        }

        return endpoint?.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method, StringComparer.OrdinalIgnoreCase)
            ?? HttpMethods.IsPost(method);
    }

    /// <summary>Under no-referrer a browser sends <c>Origin: null</c> with our own forms too; then Sec-Fetch-Site tells.</summary>
    private bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0 && site != "same-origin" && site != "none")
        {
            return true;
        }

        return request.Headers.Origin is { Count: > 0 } origin && !IsOwn(origin.ToString(), request) && !(origin == "null" && site.Count > 0);
    }

    private bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, options.Value.PublicOrigin, StringComparison.OrdinalIgnoreCase)
        || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}
