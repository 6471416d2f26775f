using System.Xml;

namespace UngPortal.Platform.Media;

/// <summary>Puts the drawings of a list on one sheet, so that a page asks for one file where it would ask for twelve.</summary>
/// <remarks>Browsers fetch lazy pictures thousands of pixels ahead; on a phone that is the whole list at once.</remarks>
public sealed partial class PictureSheets(MediaFolder media, ILogger<PictureSheets> logger)
{
    /// <summary>A sheet of the SVG drawings among these. Only equal sizes share a sheet: a view keeps the proportions of the whole file.</summary>
    public PictureSheet Of(IEnumerable<(string Media, int Width, int Height)> pictures)
    {
        var drawings = pictures.Where(picture => picture.Media.EndsWith(".svg", StringComparison.Ordinal)).Distinct().ToList();
        var (width, height) = drawings.Count > 0 ? (drawings[0].Width, drawings[0].Height) : (0, 0);
        List<string> names = [.. drawings.Where(picture => (picture.Width, picture.Height) == (width, height)).Select(picture => picture.Media)];
        return new PictureSheet(names.Count > 1 ? Drawn(names, width, height) : null, names);
    }

    /// <summary>The names of drawings are hashes of their content, so what a list of names gives is written once and never changes.</summary>
    private string? Drawn(List<string> names, int width, int height)
    {
        var sheet = MediaFolder.NameOf(System.Text.Encoding.UTF8.GetBytes($"ark 1 {width}x{height} {string.Join(' ', names)}"), ".svg");
        if (media.Has(sheet))
        {
            return sheet;
        }

        try
        {
            media.Write(sheet, SheetDrawing.Of(names.Select(media.PathOf), width, height));
            return sheet;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or XmlException)
        {
            NoSheet(logger, problem.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "A picture sheet could not be written ({Problem}); the pictures are shown one by one")]
    private static partial void NoSheet(ILogger logger, string problem);
}
