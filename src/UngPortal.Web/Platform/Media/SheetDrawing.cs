using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace UngPortal.Platform.Media;

/// <summary>Draws SVG files below each other in one, each with a view of its own to point at.</summary>
internal static class SheetDrawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The bytes of a sheet of the files; all have the size given.</summary>
    /// <exception cref="XmlException">A file is no well-formed XML.</exception>
    public static byte[] Of(IEnumerable<string> paths, int width, int height)
    {
        var sheet = new XElement(Svg + "svg", new XAttribute("width", width), new XAttribute("height", height), new XAttribute("viewBox", $"0 0 {width} {height}"));
        foreach (var (place, path) in paths.Index())
        {
            var top = place * height;
            sheet.Add(
                new XElement(Svg + "view", new XAttribute("id", PictureSheet.ViewId(place)), new XAttribute("viewBox", $"0 {top} {width} {height}")),
                Placed(path, place, top));
        }

        return Encoding.UTF8.GetBytes(sheet.ToString(SaveOptions.DisableFormatting));
    }

    private static XElement Placed(string path, int place, int top)
    {
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var drawing = XElement.Load(reader);
        drawing.SetAttributeValue("y", top.ToString(CultureInfo.InvariantCulture));
        foreach (var attribute in drawing.DescendantsAndSelf().Attributes())
        {
            // Two drawings may use the same id; what they name stays their own.
            attribute.Value = attribute.Name.LocalName == "id" ? $"d{place}-{attribute.Value}" : attribute.Value.Replace("url(#", $"url(#d{place}-", StringComparison.Ordinal);
        }

        return drawing;
    }
}
