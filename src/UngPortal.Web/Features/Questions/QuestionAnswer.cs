namespace UngPortal.Features.Questions;

/// <summary>The answer to one question, sealed under its thread's key.</summary>
public sealed class QuestionAnswer
{
    public required Guid QuestionId { get; init; }

    /// <summary>Whose answer it is: who wrote last before it went out.</summary>
    public int AuthorId { get; private set; }

    /// <summary>Everyone who wrote in it before it went out: none of them approves it. Whoever corrects it later is none of them.</summary>
    public int[] AuthorIds { get; private set; } = [];

    public byte[]? SealedContent { get; private set; }

    /// <summary>What the second reader wants mended; once it is out, what its author asks others to mend.</summary>
    public byte[]? SealedReviewNote { get; private set; }

    /// <summary>What was corrected, as the asker reads it.</summary>
    public byte[]? SealedCorrection { get; private set; }

    public DateTime WrittenAt { get; private set; }

    public int Version { get; private set; }

    internal void Write(byte[] sealedContent, int byId, DateTime now)
    {
        (SealedContent, AuthorId, WrittenAt) = (sealedContent, byId, now);
        AuthorIds = AuthorIds.Contains(byId) ? AuthorIds : [.. AuthorIds, byId];
    }

    /// <summary>Becomes a copy of another answer, with the same authors.</summary>
    internal void Follow(QuestionAnswer other, byte[] sealedContent) =>
        (SealedContent, AuthorId, AuthorIds, WrittenAt) = (sealedContent, other.AuthorId, other.AuthorIds, other.WrittenAt);

    internal void NoteReview(byte[]? sealedNote) => SealedReviewNote = sealedNote;

    internal void Correct(byte[] sealedContent, byte[] sealedNote, DateTime now) =>
        (SealedContent, SealedCorrection, SealedReviewNote, WrittenAt) = (sealedContent, sealedNote, null, now);

    internal void Forget() => (SealedContent, SealedReviewNote, SealedCorrection) = (null, null, null);
}
