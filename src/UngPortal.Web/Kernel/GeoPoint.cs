namespace UngPortal.Kernel;

/// <summary>A point on the earth, in degrees of WGS84.</summary>
/// <param name="Latitude">Degrees north of the equator.</param>
/// <param name="Longitude">Degrees east of Greenwich.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6_371.0088; // The mean radius, IUGG.
    private const double KmPerDegree = EarthRadiusKm * Math.PI / 180;

    // The mainland with Svalbard and Jan Mayen, and a little sea.
    private const double South = 57.5;
    private const double North = 81.5;
    private const double West = -10;
    private const double East = 34;

    /// <summary>Whether it may lie in Norway; false for what is no number.</summary>
    public bool IsAboutNorway => Latitude is >= South and <= North && Longitude is >= West and <= East;

    /// <summary>The distance along the earth's surface in kilometres, as for a sphere (haversine); off by half a per cent at most.</summary>
    public double KilometresTo(GeoPoint other)
    {
        var (lat, lon) = (Radians(other.Latitude - Latitude), Radians(other.Longitude - Longitude));
        var half = Square(Math.Sin(lat / 2)) + (Math.Cos(Radians(Latitude)) * Math.Cos(Radians(other.Latitude)) * Square(Math.Sin(lon / 2)));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>A box that holds every point within so many kilometres; it holds others too, in its corners.</summary>
    public (GeoPoint SouthWest, GeoPoint NorthEast) Around(double kilometres)
    {
        var lat = kilometres / KmPerDegree;
        var widest = Math.Min(90, Math.Abs(Latitude) + lat);
        var lon = Math.Min(180, lat / Math.Max(0.01, Math.Cos(Radians(widest))));
        return (new(Latitude - lat, Longitude - lon), new(Latitude + lat, Longitude + lon));
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;

    private static double Square(double value) => value * value;
}
