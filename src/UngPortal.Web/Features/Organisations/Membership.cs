using UngPortal.Kernel;

namespace UngPortal.Features.Organisations;

/// <summary>That a person holds a role in an organisation.</summary>
public sealed class Membership
{
    public int Id { get; private set; }

    public required int StaffId { get; init; }

    public required int OrganisationId { get; init; }

    public required StaffRole Role { get; init; }

    public required DateTime GrantedAt { get; init; }

    /// <summary>Who granted it; null for the first administrator and for demo people.</summary>
    public required int? GrantedById { get; init; }

    public DateTime? EndedAt { get; private set; }

    public void End(DateTime now) => EndedAt = EndedAt is null ? now : throw new InvalidOperationException("The role has been taken away already.");
}
