using System.Collections.Concurrent;

namespace UngPortal.Features.ServiceImports.Running;

/// <summary>How far this node is with an import. Only for the bar: what holds is the run’s state in the database.</summary>
public sealed class ImportProgress
{
    private readonly ConcurrentDictionary<int, (int Done, int Total)> _runs = new();

    public void Tell(int runId, int done, int total) => _runs[runId] = (done, total);

    public void End(int runId) => _runs.TryRemove(runId, out _);

    public (int Done, int Total)? Of(int runId) => _runs.TryGetValue(runId, out var progress) ? progress : null;
}
