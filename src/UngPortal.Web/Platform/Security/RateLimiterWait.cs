using System.Threading.RateLimiting;

namespace UngPortal.Platform.Security;

/// <summary>Asks a limiter for leave, with how long to wait as its answer.</summary>
public static class RateLimiterWait
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    extension(PartitionedRateLimiter<HttpContext> limiter)
    {
        /// <summary>Null when the request may come in now, which is counted; else the time until it may, a minute where the limiter can't say.</summary>
        public TimeSpan? WaitOf(HttpContext context)
        {
            using var lease = limiter.AttemptAcquire(context);
            return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : Usual;
        }
    }
}
