namespace UngPortal.Features.Publishing;

/// <summary>What one colleague says to another about a draft.</summary>
public sealed class DraftComment
{
    public const int TextMaxLength = 2_000;

    public int Id { get; private set; }

    public required int DraftId { get; init; }

    public required int ById { get; init; }

    public required DateTime At { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether it came with a text that was sent back.</summary>
    public bool IsReason { get; init; }

    public DateTime? ResolvedAt { get; private set; }

    public void Resolve(DateTime now) => ResolvedAt = ResolvedAt is null ? now : throw new InvalidOperationException("The comment is resolved already.");
}
