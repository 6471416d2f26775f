namespace UngPortal.Features.Questions;

/// <summary>That somebody of the staff wants no daily mail about what waits.</summary>
public sealed class DigestRefusal
{
    public required int StaffId { get; init; }
}
