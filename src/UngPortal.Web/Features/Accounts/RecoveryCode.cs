namespace UngPortal.Features.Accounts;

/// <summary>A code for the day the phone is lost: 128 random bits, kept as a hash, good for one time.</summary>
public sealed class RecoveryCode
{
    public const int CodesAtATime = 10;

    public int Id { get; private set; }

    public required int StaffId { get; init; }

    public required string Hash { get; init; }

    public DateTime? UsedAt { get; private set; }

    public int Version { get; private set; }

    public void Use(DateTime now) => UsedAt = UsedAt is null ? now : throw new InvalidOperationException("The code has been used.");
}
