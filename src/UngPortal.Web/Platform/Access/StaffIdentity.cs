using System.Globalization;
using System.Security.Claims;
using UngPortal.Kernel;

namespace UngPortal.Platform.Access;

/// <summary>Who of the staff is asking, as the session says at this request: read anew from the database each time, so a role that is taken away is gone at once.</summary>
public sealed record StaffIdentity
{
    /// <summary>The authentication type of a signed-in session.</summary>
    public const string AuthenticationType = "staff";

    private const string SeatClaim = "seat";
    private const string SessionClaim = "session";
    private const string ConfirmedClaim = "confirmed";

    /// <summary>The person's number.</summary>
    public required int Id { get; init; }

    /// <summary>The name that colleagues see.</summary>
    public required string Name { get; init; }

    /// <summary>The session's number; not the secret that opens it.</summary>
    public required long SessionId { get; init; }

    /// <summary>When the person last proved who they are, UTC.</summary>
    public required DateTime ConfirmedAt { get; init; }

    /// <summary>The roles, each in one organisation; those of ended agreements are not among them.</summary>
    public required IReadOnlyList<Seat> Seats { get; init; }

    /// <summary>A role in an organisation.</summary>
    public readonly record struct Seat(int OrganisationId, StaffRole Role);

    /// <summary>Whether the person holds one of the roles anywhere.</summary>
    public bool Is(params ReadOnlySpan<StaffRole> roles)
    {
        foreach (var seat in Seats)
        {
            if (roles.Contains(seat.Role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the person proved who they are in the last minutes.</summary>
    public bool IsFresh(DateTime now) => now - ConfirmedAt <= FreshSignInRequirement.Lasts;

    /// <summary>The organisations where the person holds one of the roles.</summary>
    public IReadOnlyList<int> OrganisationsAs(params StaffRole[] roles) => [.. Seats.Where(seat => roles.Contains(seat.Role)).Select(seat => seat.OrganisationId).Distinct()];

    /// <summary>Reads the person from a request's principal; null for a visitor.</summary>
    public static StaffIdentity? Of(ClaimsPrincipal principal) => principal.Identities.FirstOrDefault(identity => identity.AuthenticationType == AuthenticationType) is { } identity
        ? new StaffIdentity
        {
            Id = int.Parse(identity.FindFirst(ClaimTypes.NameIdentifier)!.Value, CultureInfo.InvariantCulture),
            Name = identity.Name ?? "",
            SessionId = long.Parse(identity.FindFirst(SessionClaim)!.Value, CultureInfo.InvariantCulture),
            ConfirmedAt = new DateTime(long.Parse(identity.FindFirst(ConfirmedClaim)!.Value, CultureInfo.InvariantCulture), DateTimeKind.Utc),
            Seats = [.. identity.FindAll(SeatClaim).Select(claim => SeatOf(claim.Value))],
        }
        : null;

    /// <summary>The principal of a request by this person.</summary>
    public ClaimsPrincipal ToPrincipal()
    {
        var identity = new ClaimsIdentity(AuthenticationType);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, Id.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(ClaimTypes.Name, Name));
        identity.AddClaim(new(SessionClaim, SessionId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new(ConfirmedClaim, ConfirmedAt.Ticks.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaims(Seats.Select(seat => new Claim(SeatClaim, string.Create(CultureInfo.InvariantCulture, $"{seat.OrganisationId}:{seat.Role}"))));
        identity.AddClaims(Seats.Select(seat => seat.Role).Distinct().Select(role => new Claim(ClaimTypes.Role, role.ToString())));
        return new ClaimsPrincipal(identity);
    }

    private static Seat SeatOf(string text)
    {
        var parts = text.Split(':');
        return new Seat(int.Parse(parts[0], CultureInfo.InvariantCulture), Enum.Parse<StaffRole>(parts[1]));
    }
}
