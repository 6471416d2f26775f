using UngPortal.Kernel;

namespace UngPortal.Features.Services;

/// <summary>Where a service is.</summary>
public sealed class ServiceLocation
{
    public const int AddressMaxLength = 200;
    public const int PostalCodeLength = 4;

    public int Id { get; private set; }

    public int ServiceId { get; private set; }

    /// <summary>Street and number; empty when only the place is known.</summary>
    public required string Address { get; init; }

    /// <summary>Four digits; null when nobody has told.</summary>
    public required string? PostalCode { get; init; }

    /// <summary>Degrees north, WGS84.</summary>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, WGS84.</summary>
    public required double Longitude { get; init; }

    public required LocationPrecision Precision { get; init; }

    public GeoPoint Point => new(Latitude, Longitude);

    public bool IsSameAs(ServiceLocation? other) =>
        other is not null && (Address, PostalCode, Latitude, Longitude, Precision) == (other.Address, other.PostalCode, other.Latitude, other.Longitude, other.Precision);
}

/// <summary>How near the coordinates are.</summary>
public enum LocationPrecision
{
    /// <summary>The house.</summary>
    Address,

    /// <summary>The middle of its postal code: mostly within half a kilometre.</summary>
    PostalCode,

    /// <summary>The middle of its post place: within some kilometres.</summary>
    PostPlace,
}
