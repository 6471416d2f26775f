using UngPortal.Kernel;

namespace UngPortal.Features.Accounts.People;

/// <summary>A person as an administrator sees them: roles only in the organisations that the administrator looks after.</summary>
public sealed record PersonView(int Id, string Name, string Email, DateTime LastUsedAt, PersonState State, int OpenSessions, bool IsSelf, IReadOnlyList<PersonView.Seat> Seats)
{
    public sealed record Seat(int OrganisationId, string Organisation, StaffRole Role);
}
