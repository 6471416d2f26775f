namespace UngPortal.Platform.Outbox;

/// <summary>Hands rows to every handler, turn by turn. One that fails gets them again the next time, and keeps them from nobody else.</summary>
internal sealed class OutboxDelivery(IEnumerable<IOutboxHandler> handlers)
{
    private readonly List<IOutboxHandler> _handlers = [.. handlers.OrderBy(handler => handler.Turn)];
    private readonly Dictionary<IOutboxHandler, IReadOnlyList<OutboxMessage>> _owed = [];

    /// <summary>Hands on what is new, and to each what it is owed. Returns what went wrong.</summary>
    public async Task<IReadOnlyList<Exception>> HandOnAsync(IReadOnlyList<OutboxMessage> fresh, CancellationToken cancellationToken)
    {
        var (late, problems) = (new List<OutboxMessage>(), new List<Exception>());
        foreach (var handler in _handlers)
        {
            var owed = _owed.GetValueOrDefault(handler) ?? [];
            var rows = owed.Count + late.Count == 0 ? fresh : Once([.. owed, .. late, .. fresh]);
            try
            {
                await (rows.Count > 0 ? handler.HandleAsync(rows, cancellationToken) : Task.CompletedTask);
                _owed.Remove(handler);
                // Those behind it may have built on what it had not done yet: they hear of it once more.
                late.AddRange(owed);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                _owed[handler] = rows;
                problems.Add(problem);
            }
        }

        return problems;
    }

    /// <summary>Each thing that happened once: however long a handler fails, what it is owed grows no further than there are things.</summary>
    private static List<OutboxMessage> Once(IEnumerable<OutboxMessage> messages) =>
        [.. messages.OrderByDescending(message => message.Id).DistinctBy(message => (message.Kind, message.Key)).Reverse()];
}
