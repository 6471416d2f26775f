namespace UngPortal.Platform.Outbox;

/// <summary>Acts on outbox rows, on every node and at least once: doing it again must change nothing.</summary>
public interface IOutboxHandler
{
    /// <summary>Acts on the rows in the order they were written.</summary>
    Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken);
}
