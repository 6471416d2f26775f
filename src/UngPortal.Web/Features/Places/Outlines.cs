using System.Text.Json;
using UngPortal.Kernel;

namespace UngPortal.Features.Places;

/// <summary>The outlines of the mainland's municipalities, for drawing: they are off by some hundred metres, and small islands are missing.</summary>
public sealed class Outlines
{
    private Outlines(IReadOnlyList<Ring> rings) => Rings = rings;

    /// <summary>The outlines; they are read when they are first needed.</summary>
    public static Outlines Norway { get; } = Read();

    /// <summary>Closed lines around land; holes are rings too.</summary>
    public IReadOnlyList<Ring> Rings { get; }

    private static Outlines Read()
    {
        using var stream = typeof(Outlines).Assembly.GetManifestResourceStream("municipality-outlines.topojson")!;
        using var file = JsonDocument.Parse(stream);
        var transform = file.RootElement.GetProperty("transform");
        var (scale, translate) = (Pair(transform.GetProperty("scale")), Pair(transform.GetProperty("translate")));
        var arcs = file.RootElement.GetProperty("arcs").EnumerateArray().Select(arc => Arc(arc, scale, translate)).ToList();
        var shapes = file.RootElement.GetProperty("objects").EnumerateObject().First().Value.GetProperty("geometries");
        return new([.. shapes.EnumerateArray().SelectMany(RingsOf).Select(ring => new Ring([.. Joined(ring, arcs)]))]);
    }

    private static (double X, double Y) Pair(JsonElement pair) => (pair[0].GetDouble(), pair[1].GetDouble());

    /// <summary>Each position of an arc but the first is told as the step from the one before.</summary>
    private static GeoPoint[] Arc(JsonElement arc, (double X, double Y) scale, (double X, double Y) translate)
    {
        var (x, y) = (0, 0);
        return [.. arc.EnumerateArray().Select(step =>
        {
            (x, y) = (x + step[0].GetInt32(), y + step[1].GetInt32());
            return new GeoPoint((y * scale.Y) + translate.Y, (x * scale.X) + translate.X);
        })];
    }

    private static IEnumerable<JsonElement> RingsOf(JsonElement shape) =>
        shape.GetProperty("type").GetString() == "Polygon" ? shape.GetProperty("arcs").EnumerateArray() : shape.GetProperty("arcs").EnumerateArray().SelectMany(polygon => polygon.EnumerateArray());

    /// <summary>A negative number is an arc that is walked backwards.</summary>
    private static IEnumerable<GeoPoint> Joined(JsonElement ring, List<GeoPoint[]> arcs) => ring.EnumerateArray().Select(number => number.GetInt32())
        .SelectMany(number => number >= 0 ? arcs[number].Skip(1) : arcs[~number].Reverse().Skip(1));

    /// <summary>A closed line, and the box that it lies in.</summary>
    public sealed record Ring(IReadOnlyList<GeoPoint> Points)
    {
        private readonly (double South, double West, double North, double East) _box =
            (Points.Min(point => point.Latitude), Points.Min(point => point.Longitude), Points.Max(point => point.Latitude), Points.Max(point => point.Longitude));

        /// <summary>Whether its box meets the one between the corners.</summary>
        public bool Meets(GeoPoint southWest, GeoPoint northEast) =>
            _box.South <= northEast.Latitude && _box.North >= southWest.Latitude && _box.West <= northEast.Longitude && _box.East >= southWest.Longitude;
    }
}
