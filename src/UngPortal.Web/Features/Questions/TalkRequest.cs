namespace UngPortal.Features.Questions;

/// <summary>That somebody at the desk needs to talk with a coordinator; why is nobody's business here. Source: product/questions.md, "Well-being".</summary>
public sealed class TalkRequest
{
    /// <summary>How long one is kept after the talk.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    public required Guid Id { get; init; }

    public required int StaffId { get; init; }

    public required DateTime AskedAt { get; init; }

    public int? HeldById { get; private set; }

    public DateTime? HeldAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>What the audit trail calls it.</summary>
    public string Subject => $"talk:{Id:N}";

    /// <summary>A coordinator has talked with the person.</summary>
    public void NoteHeld(int byId, DateTime now)
    {
        if (HeldAt is not null)
        {
            throw new InvalidOperationException("This talk has been held already.");
        }

        if (byId == StaffId)
        {
            throw new InvalidOperationException("It takes two to talk.");
        }

        (HeldById, HeldAt) = (byId, now);
    }
}
