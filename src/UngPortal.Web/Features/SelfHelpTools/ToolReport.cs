namespace UngPortal.Features.SelfHelpTools;

/// <summary>That somebody found a problem with a tool. It knows nothing of who it was and is gone after <see cref="KeptDays"/> days, handled or not.</summary>
public sealed class ToolReport
{
    public const int TextMaxLength = 500;
    public const int KeptDays = 90;

    public int Id { get; private set; }

    public required int ToolId { get; init; }

    /// <summary>The form's own key: the same form sent twice is stored once.</summary>
    public required Guid FormKey { get; init; }

    public required string Text { get; init; }

    public required DateTime SentAt { get; init; }

    public DateTime? HandledAt { get; private set; }

    public int? HandledById { get; private set; }

    /// <summary>Somebody has read it and done what it asks for.</summary>
    public void Handle(int staffId, DateTime now)
    {
        if (HandledAt is not null)
        {
            throw new InvalidOperationException("The report has been handled already.");
        }

        (HandledAt, HandledById) = (now, staffId);
    }
}
