using UngPortal.Kernel;
using UngPortal.Platform.Media;

namespace UngPortal.Features.Publications;

/// <summary>A card in its place: with the heading level that fits, its picture on the list's sheet, and marked when it suits the chosen band.</summary>
public sealed record CardView(Teaser Teaser, PictureSheet Sheet, AgeBand? Band = null, int HeadingLevel = 3, bool IsSide = false)
{
    public string Tag => $"h{HeadingLevel}";

    public bool SuitsBand => Band is { } band && Teaser.AgeBands.Contains(band.Key);

    public string Length => Teaser.Seconds is { } seconds ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}") : "";
}
