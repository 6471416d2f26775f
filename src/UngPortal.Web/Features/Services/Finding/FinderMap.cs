using UngPortal.Features.Places;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Finding;

/// <summary>The map beside the list: it shows where the list's numbers lie, and nothing that the list doesn't say.</summary>
/// <param name="Window">What piece of the country it is.</param>
/// <param name="Land">The land in it.</param>
/// <param name="Pins">Where each number is drawn; those outside have none.</param>
/// <param name="Names">What municipalities are called, where there is room.</param>
public sealed record FinderMap(MapWindow Window, string Land, IReadOnlyList<FinderMap.Pin> Pins, IReadOnlyList<FinderMap.Label> Names)
{
    private const double SmallestReach = 6;
    private const double LargestReach = 130;
    private const double Margin = 1.15;
    private const int PlacesThatCount = 10;
    private const int NamesMost = 7;
    private const double PinSize = 24;
    private const double NameHeight = 20;
    private const double LetterWidth = 7;

    // Where a pin goes that would cover another: around the place, nearer first.
    private static readonly (double X, double Y)[] Steps = [.. from ring in Enumerable.Range(1, 3) from turn in Enumerable.Range(0, 8) select (ring * PinSize * Math.Cos(turn * Math.PI / 4), ring * PinSize * Math.Sin(turn * Math.PI / 4))];

    /// <summary>The map around a point; null where there is nothing to draw: no place is known, or there are no outlines, as on Svalbard.</summary>
    public static FinderMap? Around(GeoPoint point, IReadOnlyList<Nearby> nearest)
    {
        var far = nearest.Take(PlacesThatCount).Where(near => near.Kilometres <= LargestReach).Max(near => near.Kilometres);
        var window = new MapWindow(point, Math.Clamp((far ?? 0) * Margin, SmallestReach, LargestReach));
        var land = window.Land(Outlines.Norway);
        var pins = PinsOf(window, nearest);
        return far is null || land.Length == 0 ? null : new(window, land, pins, NamesOf(window, pins));
    }

    private static List<Pin> PinsOf(MapWindow window, IReadOnlyList<Nearby> nearest)
    {
        List<Pin> pins = [];
        for (var at = 0; at < nearest.Count; at++)
        {
            if (nearest[at].Service.Location is { } location && window.Shows(location.Point))
            {
                var (x, y) = window.At(location.Point);
                var free = Steps.Prepend((X: 0d, Y: 0d)).Select(step => (X: x + step.X, Y: y + step.Y)).FirstOrDefault(spot => IsFree(spot, pins), (X: x, Y: y));
                pins.Add(new Pin(at + 1, free.X, free.Y));
            }
        }

        return pins;
    }

    private static bool IsFree((double X, double Y) spot, List<Pin> pins) =>
        spot is { X: >= 0 and <= MapWindow.Side, Y: >= 0 and <= MapWindow.Side } && !Touches(spot, (MapWindow.Side / 2, MapWindow.Side / 2)) && !pins.Exists(pin => Touches(spot, (pin.X, pin.Y)));

    private static bool Touches((double X, double Y) one, (double X, double Y) other) => Math.Abs(one.X - other.X) < PinSize && Math.Abs(one.Y - other.Y) < PinSize;

    private static List<Label> NamesOf(MapWindow window, List<Pin> pins)
    {
        List<Label> names = [];
        foreach (var own in PlaceBook.Norway.Municipalities.Where(own => window.Shows(own.Centre)).OrderBy(own => own.Centre.KilometresTo(window.Centre)))
        {
            var (x, y) = window.At(own.Centre);
            var label = new Label(own.Name, x, y);
            if (names.Count < NamesMost && x - (label.Width / 2) >= 0 && x + (label.Width / 2) <= MapWindow.Side && y >= NameHeight && !names.Exists(label.Covers) && !pins.Exists(label.Covers))
            {
                names.Add(label);
            }
        }

        return names;
    }

    /// <summary>A place with its number in the list.</summary>
    public sealed record Pin(int Number, double X, double Y);

    /// <summary>A name and the middle of its line.</summary>
    public sealed record Label(string Text, double X, double Y)
    {
        public double Width => Text.Length * LetterWidth;

        public bool Covers(Pin pin) => Math.Abs(X - pin.X) < (Width + PinSize) / 2 && Math.Abs(Y - pin.Y) < NameHeight;

        public bool Covers(Label other) => Math.Abs(X - other.X) < (Width + other.Width) / 2 && Math.Abs(Y - other.Y) < NameHeight;
    }
}
