namespace UngPortal.Features.Publishing;

/// <summary>What one colleague says to another about a draft.</summary>
public sealed class DraftComment
{
    public const int TextMaxLength = 2_000;
    public const int QuoteMaxLength = 300;

    public int Id { get; private set; }

    public required int DraftId { get; init; }

    public required int ById { get; init; }

    public required DateTime At { get; init; }

    public required string Text { get; init; }

    /// <summary>The passage it is about, as it stood then; may be empty.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Whether it came with a text that was sent back.</summary>
    public bool IsReason { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    public int? ResolvedById { get; private set; }

    /// <summary>When somebody last took the resolving back.</summary>
    public DateTime? ReopenedAt { get; private set; }

    public int? ReopenedById { get; private set; }

    public bool IsResolved => ResolvedAt is not null;

    public void Resolve(int byId, DateTime now) =>
        (ResolvedAt, ResolvedById) = IsResolved ? throw new InvalidOperationException("The comment is resolved already.") : (now, byId);

    public void Reopen(int byId, DateTime now)
    {
        if (!IsResolved)
        {
            throw new InvalidOperationException("The comment is open already.");
        }

        (ResolvedAt, ResolvedById) = (null, null);
        (ReopenedAt, ReopenedById) = (now, byId);
    }
}
