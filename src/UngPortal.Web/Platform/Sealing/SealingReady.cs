using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace UngPortal.Platform.Sealing;

/// <summary>Ready means that this node can open what any node sealed. The answer is kept for a while: finding it reads an index over all records.</summary>
public sealed class SealingReady(IServiceScopeFactory scopes, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);
    private volatile Answer? _last;

    /// <inheritdoc />
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (_last is not { } last || time.GetElapsedTime(last.At) >= Kept)
        {
            _last = last = new Answer(time.GetTimestamp(), await FindAsync(cancellationToken));
        }

        return last.Fault is null ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy(last.Fault);
    }

    private async Task<string?> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<SealingCheck>().FaultAsync(cancellationToken);
        }
        catch (UnusableKeysException problem)
        {
            return problem.Message;
        }
    }

    private sealed record Answer(long At, string? Fault);
}
