using UngPortal.Kernel;

namespace UngPortal.Features.Accounts;

/// <summary>A link by e-mail that makes somebody a member of staff, or lets somebody who lost password or factors begin anew; good for one time and seven days, for a password one hour.</summary>
public sealed class Invitation
{
    public const int ProtectedMaxLength = 512;

    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan PasswordLasts = TimeSpan.FromHours(1);

    public int Id { get; private set; }

    public required InvitationKind Kind { get; init; }

    public required string Email { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>SHA-256 of the token in the link, in hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The token itself, protected, for the mail that is still to be written; erased once the link is spent.</summary>
    public string? ProtectedToken { get; private set; }

    /// <summary>Where the person gets the roles; null for the first administrator's link before there is an organisation, and for someone who begins anew.</summary>
    public int? OrganisationId { get; init; }

    public StaffRole[] Roles { get; init; } = [];

    /// <summary>The person who begins anew; null for somebody new.</summary>
    public int? StaffId { get; init; }

    public required int? InvitedById { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? UsedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpen(DateTime now) => UsedAt is null && WithdrawnAt is null && now - CreatedAt <= (Kind == InvitationKind.Password ? PasswordLasts : Lasts);

    /// <summary>A new one with its token.</summary>
    public Invitation Carrying(string protectedToken)
    {
        ProtectedToken = protectedToken;
        return this;
    }

    public void Use(DateTime now)
    {
        UsedAt = IsOpen(now) ? now : throw new InvalidOperationException("The invitation is used, withdrawn or too old.");
        ProtectedToken = null;
    }

    public void Withdraw(DateTime now)
    {
        WithdrawnAt = IsOpen(now) ? now : throw new InvalidOperationException("The invitation is not open any more.");
        ProtectedToken = null;
    }
}
