namespace UngPortal.Features.Experts;

/// <summary>Days, the first and last included, when an expert answers nothing.</summary>
public sealed class ExpertAbsence
{
    public int Id { get; private set; }

    public int StaffId { get; private set; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }
}
