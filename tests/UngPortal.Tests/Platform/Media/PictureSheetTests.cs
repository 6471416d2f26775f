using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Media;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Media;

[Collection(ShippedSite.Name)]
public sealed partial class PictureSheetTests(PortalApp app)
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private PictureSheets Sheets => app.Services.GetRequiredService<PictureSheets>();

    private MediaFolder Media => app.Services.GetRequiredService<MediaFolder>();

    [Fact]
    public void Of_TwoDrawings_GivesEachAViewOfOneFile()
    {
        var (first, second) = (Drawing("first", 640, 400), Drawing("second", 640, 400));

        var sheet = Sheets.Of([(first, 640, 400), (second, 640, 400), (first, 640, 400)]);

        Assert.Matches(@"^/media/[0-9a-f]{20}\.svg#v0$", sheet.UrlOf(first));
        Assert.Equal(sheet.UrlOf(first).Replace("#v0", "#v1", StringComparison.Ordinal), sheet.UrlOf(second));
        var drawn = XElement.Load(FileOf(sheet.UrlOf(first)));
        Assert.Equal(["0 0 640 400", "0 400 640 400"], drawn.Elements(Svg + "view").Select(view => view.Attribute("viewBox")!.Value));
        Assert.Equal(["0", "400"], drawn.Elements(Svg + "svg").Select(part => part.Attribute("y")!.Value));
    }

    [Fact]
    public void Of_DrawingsWithTheSameIds_KeepsThemApart()
    {
        var sheet = Sheets.Of([(Drawing("a", 640, 400), 640, 400), (Drawing("b", 640, 400), 640, 400)]);

        var drawn = XElement.Load(FileOf(sheet.UrlOf(Drawing("a", 640, 400))));
        var ids = drawn.Descendants().Attributes("id").Select(id => id.Value).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(drawn.Descendants().Attributes("clip-path"), path => Assert.Contains(path.Value["url(#".Length..^1], ids));
    }

    [Fact]
    public void Of_OtherKindsAndSizes_LeavesThemAtTheirOwnAddress()
    {
        var (drawing, other, tall) = (Drawing("x", 640, 400), Drawing("y", 640, 400), Drawing("z", 400, 640));

        var sheet = Sheets.Of([(drawing, 640, 400), ("aaaaaaaaaaaaaaaaaaaa.jpg", 640, 400), (tall, 400, 640), (other, 640, 400)]);

        Assert.Equal("/media/aaaaaaaaaaaaaaaaaaaa.jpg", sheet.UrlOf("aaaaaaaaaaaaaaaaaaaa.jpg"));
        Assert.Equal($"/media/{tall}", sheet.UrlOf(tall));
        Assert.EndsWith("#v1", sheet.UrlOf(other), StringComparison.Ordinal);
        Assert.Equal($"/media/{drawing}", Sheets.Of([(drawing, 640, 400)]).UrlOf(drawing));
    }

    [Fact]
    public void Of_ADrawingThatIsGone_ShowsThePicturesOneByOne() =>
        Assert.Equal("/media/bbbbbbbbbbbbbbbbbbbb.svg", Sheets.Of([("bbbbbbbbbbbbbbbbbbbb.svg", 640, 400), (Drawing("x", 640, 400), 640, 400)]).UrlOf("bbbbbbbbbbbbbbbbbbbb.svg"));

    [Fact]
    public async Task Get_ADrawing_IsCompressedForThoseWhoTakeItAndLastsForGood()
    {
        using var visitor = app.CreateVisitor();
        var front = await visitor.GetStringAsync(new Uri("/", UriKind.Relative));
        var sheet = SheetAddress().Match(front).Value;

        using var plain = await visitor.GetAsync(new Uri(sheet, UriKind.Relative));
        using var request = new HttpRequestMessage(HttpMethod.Get, sheet) { Headers = { { "Accept-Encoding", "gzip, br" } } };
        using var compressed = await visitor.SendAsync(request);

        foreach (var response in (HttpResponseMessage[])[plain, compressed])
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("image/svg+xml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
            Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", response.Headers.NonValidated["Cache-Control"]));
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
        }

        Assert.Equal(["br"], compressed.Content.Headers.ContentEncoding);
        Assert.True(compressed.Content.Headers.ContentLength * 3 < plain.Content.Headers.ContentLength);
    }

    private string Drawing(string text, int width, int height)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.svg");
        File.WriteAllText(path, $"<svg xmlns=\"{Svg}\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\"><clipPath id=\"c\"><rect width=\"9\" height=\"9\"/></clipPath><g clip-path=\"url(#c)\"><title>{text}</title></g></svg>");
        var name = Media.Put(path);
        File.Delete(path);
        return name;
    }

    private string FileOf(string address) => Path.Combine(Media.Root, address["/media/".Length..address.IndexOf('#', StringComparison.Ordinal)]);

    [GeneratedRegex(@"/media/[0-9a-f]{20}\.svg(?=#v0)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SheetAddress();
}
