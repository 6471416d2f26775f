using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Security;

/// <summary>The rate limits and the names of their policies. A refusal is 429 with Retry-After; nothing is stored or logged about addresses.</summary>
public static class RateLimits
{
    /// <summary>For pages that search.</summary>
    public const string Search = "search";

    /// <summary>For pages with a form; only sending counts.</summary>
    public const string Forms = "forms";

    internal const string Reports = "reports";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    internal static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<NetworkPartition>();
        builder.Services.AddRateLimiter();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<NetworkPartition, IOptions<RateLimitOptions>>((limiter, network, limits) =>
        {
            var limit = limits.Value;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhenToReturn;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(context => Within(context, network, limit.AllPerMinute, Minute));
            limiter.AddPolicy(Search, context => Within(context, network, limit.SearchPerMinute, Minute));
            limiter.AddPolicy(Reports, context => Within(context, network, limit.ReportsPerMinute, Minute));
            limiter.AddPolicy(Forms, context => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
                ? RateLimitPartition.GetNoLimiter(-1)
                : Within(context, network, limit.FormsPerTenMinutes, TenMinutes));
        });
    }

    private static RateLimitPartition<int> Within(HttpContext context, NetworkPartition network, int permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(network.Of(context.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            SegmentsPerWindow = 6,
            QueueLimit = 0,
        });

    private static ValueTask SayWhenToReturn(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute;
        rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
