using System.Globalization;
using System.Text;
using UngPortal.Features.Places;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Finding;

/// <summary>A square piece of the country as it is drawn: north is up, and a kilometre is as long in each direction.</summary>
/// <param name="Centre">What lies in the middle.</param>
/// <param name="Reach">How far it is from the middle to an edge, in kilometres.</param>
public sealed record MapWindow(GeoPoint Centre, double Reach)
{
    /// <summary>The length of a side, in units of the drawing.</summary>
    public const int Side = 400;

    private const double KmPerDegree = 111.195;
    private const int Outside = 12;
    private static readonly int[] Scales = [100, 50, 20, 10, 5, 2, 1];

    private double UnitsPerKm => Side / 2 / Reach;

    /// <summary>Where a point is drawn; perhaps outside.</summary>
    public (double X, double Y) At(GeoPoint point) => (
        (Side / 2) + ((point.Longitude - Centre.Longitude) * KmPerDegree * Math.Cos(Centre.Latitude * Math.PI / 180) * UnitsPerKm),
        (Side / 2) - ((point.Latitude - Centre.Latitude) * KmPerDegree * UnitsPerKm));

    public bool Shows(GeoPoint point) => At(point) is { X: >= 0 and <= Side, Y: >= 0 and <= Side };

    /// <summary>The longest of 1, 2, 5, 10 … kilometres that takes a quarter of the width at most, and how long it is drawn.</summary>
    public (int Kilometres, double Length) Scale
    {
        get
        {
            var fits = Scales.First(km => km <= Reach / 2 || km == 1);
            return (fits, fits * UnitsPerKm);
        }
    }

    /// <summary>The land in it as the data of an SVG path; empty where there are no outlines.</summary>
    public string Land(Outlines outlines)
    {
        var (southWest, northEast) = Centre.Around(Reach * Math.Sqrt(2));
        var path = new StringBuilder();
        foreach (var ring in outlines.Rings.Where(ring => ring.Meets(southWest, northEast)))
        {
            Append(path, Clipped([.. ring.Points.Select(At)]));
        }

        return path.ToString();
    }

    /// <summary>The part within the edges, by Sutherland and Hodgman's rule: one edge after the other.</summary>
    private static List<(double X, double Y)> Clipped(List<(double X, double Y)> ring)
    {
        const double Low = -Outside;
        const double High = Side + Outside;
        ring = Cut(ring, point => point.X - Low);
        ring = Cut(ring, point => High - point.X);
        ring = Cut(ring, point => point.Y - Low);
        return Cut(ring, point => High - point.Y);
    }

    private static List<(double X, double Y)> Cut(List<(double X, double Y)> ring, Func<(double X, double Y), double> inside)
    {
        List<(double X, double Y)> kept = [];
        for (var at = 0; at < ring.Count; at++)
        {
            var (before, here) = (ring[at == 0 ? ^1 : at - 1], ring[at]);
            var (far, near) = (inside(before), inside(here));
            if (far >= 0 != near >= 0)
            {
                var share = far / (far - near);
                kept.Add((before.X + (share * (here.X - before.X)), before.Y + (share * (here.Y - before.Y))));
            }

            if (near >= 0)
            {
                kept.Add(here);
            }
        }

        return kept;
    }

    /// <summary>Whole units, each told as the step from the one before: that is the shortest.</summary>
    private static void Append(StringBuilder path, List<(double X, double Y)> ring)
    {
        List<(int X, int Y)> points = [];
        foreach (var (x, y) in ring)
        {
            var point = ((int)Math.Round(x), (int)Math.Round(y));
            if (points.Count == 0 || points[^1] != point)
            {
                points.Add(point);
            }
        }

        if (points.Count < 3)
        {
            return;
        }

        path.Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}l");
        for (var at = 1; at < points.Count; at++)
        {
            path.Append(CultureInfo.InvariantCulture, $"{points[at].X - points[at - 1].X} {points[at].Y - points[at - 1].Y}").Append(at == points.Count - 1 ? "z" : " ");
        }
    }
}
