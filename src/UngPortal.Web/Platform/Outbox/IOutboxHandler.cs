namespace UngPortal.Platform.Outbox;

/// <summary>Acts on outbox rows, on every node and at least once: doing it again must change nothing.</summary>
public interface IOutboxHandler
{
    /// <summary>When its turn is; within a turn handlers come in the order of their registration.</summary>
    OutboxTurn Turn => OutboxTurn.Copies;

    /// <summary>Acts on the rows in the order they were written. Where it throws, it gets them again, and the handlers behind it get theirs all the same.</summary>
    Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken);
}
