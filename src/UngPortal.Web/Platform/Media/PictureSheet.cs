namespace UngPortal.Platform.Media;

/// <summary>Where the drawings of one list are found: on a common sheet, or each at its own address.</summary>
public sealed class PictureSheet(string? name, IReadOnlyList<string> drawings)
{
    /// <summary>The address of a picture's media name; it points into the sheet when the picture is on it.</summary>
    public string UrlOf(string media)
    {
        var place = 0;
        while (place < drawings.Count && drawings[place] != media)
        {
            place++;
        }

        return name is null || place == drawings.Count ? MediaFolder.UrlOf(media) : $"{MediaFolder.UrlOf(name)}#{ViewId(place)}";
    }

    internal static string ViewId(int place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"v{place}");
}
