using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>A card in its place: with the heading level that fits, and marked when it suits the chosen band.</summary>
public sealed record CardView(Teaser Teaser, AgeBand? Band = null, int HeadingLevel = 3, bool IsSide = false)
{
    public string Tag => $"h{HeadingLevel}";

    public bool SuitsBand => Band is { } band && Teaser.AgeBands.Contains(band.Key);

    public string Length => Teaser.Seconds is { } seconds ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{seconds / 60}:{seconds % 60:00}") : "";
}
