namespace UngPortal.Platform.Outbox;

/// <summary>Something that happened, written in the same transaction as the change itself; every web node reads it and acts.</summary>
public sealed class OutboxMessage
{
    /// <summary>The longest kind and key, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>The row's number; ascending, with gaps.</summary>
    public long Id { get; private set; }

    /// <summary>What happened, e.g. <c>publication-changed</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>To which thing, e.g. <c>article:sovn</c>. Never personal.</summary>
    public required string Key { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime CreatedAt { get; init; }
}
