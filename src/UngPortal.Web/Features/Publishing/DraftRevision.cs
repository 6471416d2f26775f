namespace UngPortal.Features.Publishing;

/// <summary>A draft as it was at one moment; never changed.</summary>
public sealed class DraftRevision
{
    public const int NoteMaxLength = 200;

    public long Id { get; private set; }

    public int DraftId { get; private set; }

    /// <summary>Counted from 1 within the draft.</summary>
    public required int Number { get; init; }

    public required DraftContent Content { get; init; }

    public required DateTime At { get; init; }

    public required int ById { get; init; }

    /// <summary>What was done, in the author's words; may be empty.</summary>
    public required string Note { get; init; }
}
