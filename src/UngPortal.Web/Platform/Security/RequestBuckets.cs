using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Security;

/// <summary>Counts requests per network address, in memory: all of them, and those of each policy once more.</summary>
internal sealed class RequestBuckets : IDisposable
{
    private const int Segments = 6;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    private readonly NetworkPartition _network;
    private readonly PartitionedRateLimiter<HttpContext> _all;
    private readonly Dictionary<string, PartitionedRateLimiter<HttpContext>> _policies;

    public RequestBuckets(NetworkPartition network, IOptions<RateLimitOptions> options)
    {
        var limits = options.Value;
        _network = network;
        _all = Within(limits.AllPerMinute, Minute);
        _policies = new(StringComparer.Ordinal)
        {
            [RateLimits.Search] = Within(limits.SearchPerMinute, Minute),
            [RateLimits.Api] = Within(limits.ApiPerMinute, Minute),
            [RateLimits.Reports] = Within(limits.ReportsPerMinute, Minute),
            [RateLimits.Forms] = Within(limits.FormsPerTenMinutes, TenMinutes, request => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)),
        };
    }

    /// <summary>How long to wait before the request may come again; null when it may come in now, and is counted.</summary>
    public TimeSpan? WaitOf(HttpContext context)
    {
        var endpoint = context.GetEndpoint()?.Metadata;
        return endpoint?.GetMetadata<DisableRateLimitingAttribute>() is not null ? null
            : _all.WaitOf(context) is { } wait ? wait
            : endpoint?.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName is { } policy ? _policies[policy].WaitOf(context) : null;
    }

    public void Dispose()
    {
        _all.Dispose();
        foreach (var policy in _policies.Values)
        {
            policy.Dispose();
        }
    }

    private PartitionedRateLimiter<HttpContext> Within(int permits, TimeSpan window, Predicate<HttpRequest>? counts = null) => PartitionedRateLimiter.Create<HttpContext, int>(context =>
        counts?.Invoke(context.Request) == false
            ? RateLimitPartition.GetNoLimiter(-1)
            : RateLimitPartition.GetSlidingWindowLimiter(_network.Of(context.Connection.RemoteIpAddress), _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits,
                Window = window,
                SegmentsPerWindow = Segments,
                QueueLimit = 0,
            }));
}
