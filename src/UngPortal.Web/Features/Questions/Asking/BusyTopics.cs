using System.Collections.Concurrent;

namespace UngPortal.Features.Questions.Asking;

/// <summary>Which topics pause, asked of the database at most once a minute each: backlogs change slowly, and many ask at once.</summary>
public sealed class BusyTopics(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, bool IsPaused)> _known = new(StringComparer.Ordinal);

    /// <summary>Of a topic that is there: each is remembered.</summary>
    public async Task<bool> IsPausedAsync(string topic, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(topic, out var known) && known.At + KeptFor > now)
        {
            return known.IsPaused;
        }

        await using var scope = scopes.CreateAsyncScope();
        var isPaused = await scope.ServiceProvider.GetRequiredService<AskingCapacity>().IsPausedAsync(topic, cancellationToken);
        _known[topic] = (now, isPaused);
        return isPaused;
    }
}
