namespace UngPortal.Features.Services;

/// <summary>What a reader says is wrong with a service's facts. It knows nothing of the reader and is gone after <see cref="KeptDays"/> days.</summary>
public sealed class ServiceReport
{
    public const int TextMaxLength = 500;
    public const int KeptDays = 90;

    public int Id { get; private set; }

    /// <summary>The form's own key: the same form sent twice is stored once.</summary>
    public required Guid FormKey { get; init; }

    public required int ServiceId { get; init; }

    public required ReportedFault Fault { get; init; }

    public required string Text { get; init; }

    public required DateTime SentAt { get; init; }

    public DateTime? HandledAt { get; private set; }

    /// <summary>Somebody has looked into it.</summary>
    public void Handle(DateTime now) => HandledAt = HandledAt is null ? now : throw new InvalidOperationException("Somebody has handled it already.");
}

/// <summary>What can be wrong.</summary>
public enum ReportedFault
{
    Contact = 1,
    Hours = 2,
    Address = 3,
    Gone = 4,
    Treatment = 5,
    Other = 6,
}
