using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using UngPortal.Platform.Security;

namespace UngPortal.Features.Questions.Asking;

/// <summary>How often one connection may ask: a bucket in memory, never stored, and beside it one as large for what is Red alone, so that a class that asks uses up nobody's cry for help. A refusal keeps the form. Source: product/questions.md, "Asking".</summary>
public sealed class AskLimits(NetworkPartition network, IOptions<CapacityOptions> options) : IDisposable
{
    private const int Parts = 10;

    private readonly PartitionedRateLimiter<HttpContext> _all = BucketsOf(network, options.Value);
    private readonly PartitionedRateLimiter<HttpContext> _red = BucketsOf(network, options.Value);

    /// <summary>How long to wait before asking again; null when the question may come in now.</summary>
    public TimeSpan? WaitOf(HttpContext context, bool isRed) => _all.WaitOf(context) is not { } wait ? null : isRed ? _red.WaitOf(context) : wait;

    public void Dispose()
    {
        _all.Dispose();
        _red.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> BucketsOf(NetworkPartition network, CapacityOptions options) => PartitionedRateLimiter.Create<HttpContext, int>(context =>
        RateLimitPartition.GetTokenBucketLimiter(network.Of(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.AsksPerTenMinutes,
            TokensPerPeriod = Math.Max(1, options.AsksPerTenMinutes / Parts),
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));
}
