using System.Net;
using System.Text.RegularExpressions;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform;

[Collection(ShippedSite.Name)]
public sealed partial class FontTests(PortalApp app)
{
    [Fact]
    public async Task Get_TheFont_CarriesAHashAndIsKeptForGood()
    {
        using var visitor = app.CreateVisitor();
        var page = await visitor.GetStringAsync(new Uri("/", UriKind.Relative));
        var styles = await visitor.GetStringAsync(new Uri(Styles().Match(page).Groups["href"].Value, UriKind.Relative));

        var preloaded = Preload().Match(page).Groups["href"].Value;
        using var font = await visitor.GetAsync(new Uri(preloaded, UriKind.Relative));

        Assert.Matches(@"^/assets/fonts/[a-z-]+-[A-Z0-9]{8}\.woff2$", preloaded);
        Assert.Equal(preloaded, "/assets/" + InStyles().Match(styles).Groups["path"].Value);
        Assert.Equal(HttpStatusCode.OK, font.StatusCode);
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", font.Headers.NonValidated["Cache-Control"]));
    }

    [GeneratedRegex(@"<link rel=""stylesheet"" href=""(?<href>[^""]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Styles();

    [GeneratedRegex(@"<link rel=""preload"" href=""(?<href>[^""]+)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Preload();

    [GeneratedRegex(@"url\(""?\./(?<path>[^"")]+\.woff2)""?\)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InStyles();
}
