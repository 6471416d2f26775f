using System.Globalization;
using UngPortal.Features.Places;
using UngPortal.Features.Services.Finding;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Services.Finding;

public sealed class FinderMapTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly GeoPoint Oslo = new(59.91, 10.75);

    [Theory]
    [InlineData(59.91, 10.75, 8)]
    [InlineData(69.65, 18.96, 130)]
    [InlineData(60.39, 5.32, 40)]
    public void Land_OfAWindow_StaysWithinIt(double latitude, double longitude, double reach)
    {
        var window = new MapWindow(new(latitude, longitude), reach);
        var (x, y, points) = (0, 0, 0);
        foreach (var ring in window.Land(Outlines.Norway).Split('z', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = ring[1..].Split('l');
            (x, y) = Pair(parts[0].Split(' '));
            foreach (var step in parts[1].Split(' ').Chunk(2))
            {
                var (dx, dy) = Pair(step);
                (x, y) = (x + dx, y + dy);
                Assert.InRange(x, -20, MapWindow.Side + 20);
                Assert.InRange(y, -20, MapWindow.Side + 20);
                points++;
            }
        }

        Assert.InRange(points, 10, 6_000);
    }

    [Fact]
    public void At_APoint_IsAsFarAwayAsTheScaleSays()
    {
        var window = new MapWindow(Oslo, 50);
        var there = new GeoPoint(60.10, 11.10);
        var (x, y) = window.At(there);
        var (km, length) = window.Scale;

        var drawn = Math.Sqrt(Math.Pow(x - (MapWindow.Side / 2), 2) + Math.Pow(y - (MapWindow.Side / 2), 2)) / length * km;
        Assert.InRange(drawn / Oslo.KilometresTo(there), 0.99, 1.01);
        Assert.True(y < MapWindow.Side / 2 && x > MapWindow.Side / 2);
    }

    [Theory]
    [InlineData("0580", true)]
    [InlineData("9170", false)]
    public async Task Page_WithAPlace_ShowsTheListsNumbersOnTheMap(string code, bool hasMap)
    {
        var page = await app.GetPageAsync("/hjelp-naer-deg?sted=" + code);

        Assert.Equal(hasMap, page.Document.QuerySelector(".map svg[aria-hidden=true] path.map__land") is not null);
        var numbers = page.TextsOf(".map__number");
        Assert.Equal(numbers, numbers.Distinct());
        Assert.All(page.Document.QuerySelectorAll(".map a[href^='#sted-']"), link => Assert.NotNull(page.Document.GetElementById(link.GetAttribute("href")![1..])));
        Assert.Equal(hasMap, numbers.Count > 5);
    }

    [Fact]
    public async Task Page_WithTheLargestMap_IsLightEnough()
    {
        var page = await app.GetPageAsync("/hjelp-naer-deg?sted=Kautokeino");
        await using var packed = new MemoryStream();
        await using (var brotli = new System.IO.Compression.BrotliStream(packed, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            await brotli.WriteAsync(System.Text.Encoding.UTF8.GetBytes(page.Text));
        }

        Assert.NotNull(page.Document.QuerySelector(".map"));
        Assert.InRange(packed.Length, 2_000, 12_000);
    }

    private static (int X, int Y) Pair(string[] texts) => (int.Parse(texts[0], CultureInfo.InvariantCulture), int.Parse(texts[1], CultureInfo.InvariantCulture));
}
