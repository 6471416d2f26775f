namespace UngPortal.Features.Accounts;

/// <summary>A passkey challenge that was answered, so that the same answer opens nothing a second time.</summary>
public sealed class SpentChallenge
{
    public required string Hash { get; init; }

    public required DateTime At { get; init; }
}
