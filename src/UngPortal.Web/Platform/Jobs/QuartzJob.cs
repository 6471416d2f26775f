using Quartz;

namespace UngPortal.Platform.Jobs;

/// <summary>Lets Quartz run a job of ours in a scope of its own; two runs never overlap.</summary>
[DisallowConcurrentExecution]
public sealed class QuartzJob<T>(IServiceScopeFactory scopes) : IJob
    where T : IPortalJob
{
    /// <inheritdoc />
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<T>().RunAsync(cancellationToken);
    }
}
