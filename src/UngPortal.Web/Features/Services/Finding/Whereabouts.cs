using System.Globalization;
using UngPortal.Features.Places;
using UngPortal.Kernel;

namespace UngPortal.Features.Services.Finding;

/// <summary>Where somebody is, from what they wrote or what their device told.</summary>
/// <param name="Answer">What the text said; null when there was none.</param>
/// <param name="Place">The place; null as long as nobody knows.</param>
/// <param name="IsAbroad">Whether the device told of no place in Norway.</param>
public sealed record Whereabouts(PlaceAnswer? Answer, Place? Place, bool IsAbroad)
{
    /// <summary>A text comes before what a device told.</summary>
    public static Whereabouts Of(string? text, string? latitude, string? longitude)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            var answer = PlaceBook.Norway.Find(text);
            return new(answer, (answer as PlaceAnswer.Found)?.Place, false);
        }

        if (string.IsNullOrEmpty(latitude + longitude))
        {
            return new(null, null, false);
        }

        var told = new GeoPoint(Degrees(latitude), Degrees(longitude));
        return told.IsAboutNorway ? new(null, PlaceBook.Norway.NearestTo(told) with { Point = told }, false) : new(null, null, true);
    }

    private static double Degrees(string? text) => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN;
}
