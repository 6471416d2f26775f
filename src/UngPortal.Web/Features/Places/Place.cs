using UngPortal.Kernel;

namespace UngPortal.Features.Places;

/// <summary>Somewhere that a reader can be near.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">How it is written; unlike that of any other place, and so what finds it again.</param>
/// <param name="Point">About where it is.</param>
/// <param name="Municipality">The one it lies in; null for a county, Svalbard and Jan Mayen.</param>
public sealed record Place(PlaceKind Kind, string Name, GeoPoint Point, Municipality? Municipality);

/// <summary>What a place is.</summary>
public enum PlaceKind
{
    /// <summary>What a postal code covers.</summary>
    PostalCode,

    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A town or village with postal codes of its own.</summary>
    PostPlace,

    /// <summary>A county.</summary>
    County,
}
