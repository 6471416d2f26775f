using UngPortal.Testing;

namespace UngPortal.Tests.Features.Videos;

[Collection(ShippedSite.Name)]
public sealed class CaptionTests(PortalApp app)
{
    [Theory]
    [InlineData("", "nb", "Pust sammen med oss.")]
    [InlineData("/nn", "nn", "Pust saman med oss.")]
    [InlineData("/en", "en", "Breathe with us.")]
    public async Task Get_Video_SpeaksThePagesLanguage(string prefix, string language, string line)
    {
        var page = await app.GetPageAsync(prefix + "/video/pust-med-oss");

        Assert.Equal(["nb", "nn", "en"], page.Document.QuerySelectorAll("track").Select(track => track.GetAttribute("srclang")!));
        Assert.Equal(language, Assert.Single(page.Document.QuerySelectorAll("track[default]")).GetAttribute("srclang"));
        Assert.Contains(page.TextsOf(".accordion__body p"), text => text.EndsWith(line, StringComparison.Ordinal));
        Assert.Equal(language, page.Document.QuerySelector(".accordion__body")!.GetAttribute("lang") ?? language);
    }
}
