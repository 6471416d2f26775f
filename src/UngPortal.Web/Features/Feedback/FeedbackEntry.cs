namespace UngPortal.Features.Feedback;

/// <summary>What a visitor said about a page. It knows nothing of the visitor and is gone after <see cref="KeptDays"/> days.</summary>
public sealed class FeedbackEntry
{
    public const int TextMaxLength = 300;
    public const int PageMaxLength = 200;
    public const int KeptDays = 90;

    public int Id { get; private set; }

    /// <summary>The form's own key: the same form sent twice is stored once.</summary>
    public required Guid FormKey { get; init; }

    public required string Page { get; init; }

    public bool? Helped { get; init; }

    public string Text { get; init; } = "";

    public required DateTime SentAt { get; init; }
}
