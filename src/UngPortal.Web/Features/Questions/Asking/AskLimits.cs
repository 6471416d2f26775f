using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Questions.Asking;

/// <summary>How often one connection may ask: a bucket in memory, never stored. A refusal keeps the form. Source: product/questions.md, "Asking".</summary>
public sealed class AskLimits(NetworkPartition network, IOptions<CapacityOptions> options) : IDisposable
{
    private const int Parts = 10;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, int>(context =>
        RateLimitPartition.GetTokenBucketLimiter(network.Of(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.AsksPerTenMinutes,
            TokensPerPeriod = Math.Max(1, options.Value.AsksPerTenMinutes / Parts),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <summary>How long to wait before asking again; null when the question may come in now.</summary>
    public TimeSpan? WaitOf(HttpContext context)
    {
        using var lease = _limiter.AttemptAcquire(context);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    public void Dispose() => _limiter.Dispose();
}
