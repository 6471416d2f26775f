using System.Globalization;

namespace UngPortal.Platform.Security;

/// <summary>Refuses what comes too often: 429 with Retry-After.</summary>
/// <remarks>
/// In the place of the framework's own, which starts timers that nothing can stop: they carry a site that has ended, whole, for as long as the process
/// lives. A run of the tests kept hundreds of sites that way, 9 GB of them.
/// </remarks>
internal sealed class RateLimitGuard(RequestDelegate next, RequestBuckets buckets)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (buckets.WaitOf(context) is not { } wait)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Task.CompletedTask;
    }
}
