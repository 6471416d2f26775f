namespace UngPortal.Kernel;

/// <summary>Why a text is not opening hours, for the person who wrote it.</summary>
/// <param name="Position">Where reading stopped: 1 is the first character.</param>
/// <param name="Reason">What was expected there, one English sentence.</param>
public sealed record OpeningHoursError(int Position, string Reason)
{
    /// <inheritdoc />
    public override string ToString() => $"at character {Position}: {Reason}";
}
