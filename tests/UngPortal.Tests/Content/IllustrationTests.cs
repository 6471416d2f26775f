using System.Xml;
using System.Xml.Linq;

namespace UngPortal.Tests.Content;

/// <summary>Drawings that are small, still, and told to those who don't see them.</summary>
public sealed class IllustrationTests
{
    private const int MostBytes = 8 * 1024;
    private const int MostAlt = 250;
    private static readonly string[] Forbidden = ["script", "style", "foreignObject", "image", "a", "animate", "set", "iframe"];

    private static readonly string[] Names = [.. Directory.EnumerateFiles(ShippedContent.Path("illustrations"), "*.svg").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Drawings => new(Names);

    [Theory]
    [MemberData(nameof(Drawings))]
    public void Drawing_IsStillAndSmall(string name)
    {
        var path = ShippedContent.Path("illustrations", name);
        using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var svg = XDocument.Load(reader).Root!;

        Assert.InRange(new FileInfo(path).Length, 300, MostBytes);
        Assert.Equal(XName.Get("svg", "http://www.w3.org/2000/svg"), svg.Name);
        Assert.All(["width", "height", "viewBox"], attribute => Assert.NotNull(svg.Attribute(attribute)));
        Assert.Empty(svg.DescendantsAndSelf().Where(element => Forbidden.Contains(element.Name.LocalName)).Select(element => element.Name.LocalName));
        Assert.Empty(svg.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.LocalName is "href" or "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)).Select(attribute => attribute.ToString()));
        Assert.Empty(svg.DescendantNodes().OfType<XText>().Where(text => !string.IsNullOrWhiteSpace(text.Value)).Select(text => text.Value));
    }

    [Fact]
    public void Drawings_AndDescriptions_BelongTogether()
    {
        var named = ShippedContent.Illustrations.SelectMany(Pictures).Select(picture => (string)picture["file"]!).ToList();

        Assert.Equal(Names, named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Descriptions_OfEveryPicture_TellItInThreeLanguages() =>
        Assert.All(ShippedContent.Illustrations.SelectMany(Pictures), picture =>
        {
            var alt = ((Dictionary<object, object?>)picture["alt"]!).ToDictionary(pair => (string)pair.Key, pair => (string)pair.Value!);
            Assert.Equal(["en", "nb", "nn"], alt.Keys.Order(StringComparer.Ordinal));
            Assert.All(alt.Values, text => Assert.InRange(text.Length, 20, MostAlt));
            Assert.Equal(3, alt.Values.Distinct().Count());
        });

    private static IEnumerable<Dictionary<object, object?>> Pictures(YamlFile illustration) => ((List<object>)illustration.Fields["pictures"]!).Cast<Dictionary<object, object?>>();
}
