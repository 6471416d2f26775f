using System.Collections.Concurrent;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Answers;

/// <summary>How many answers each list has, counted once until an answer changes: no older than the pages that show it.</summary>
public sealed class ListCounts : IOutboxHandler
{
    private const int MostKept = 5_000;

    private volatile ConcurrentDictionary<AnswerFilter, int> _kept = new();

    /// <summary>The count of a list, by <paramref name="count"/> where it is not known.</summary>
    public async Task<int> OfAsync(AnswerFilter filter, Func<Task<int>> count)
    {
        var kept = _kept;
        if (kept.TryGetValue(filter, out var known))
        {
            return known;
        }

        // Into those that were kept as counting began: if an answer has changed since, nobody reads them any more.
        var fresh = await count();
        if (kept.Count < MostKept)
        {
            kept[filter] = fresh;
        }

        return fresh;
    }

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Any(message => message.Kind == AnswerChanged.Kind))
        {
            _kept = new();
        }

        return Task.CompletedTask;
    }
}
