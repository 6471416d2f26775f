using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Shared;

[Collection(ShippedSite.Name)]
public sealed class BeyondTheEndTests(PortalApp app)
{
    [Theory]
    [InlineData("/artikler", "Det er bare 3 sider her. Du kom litt for langt.", "/artikler")]
    [InlineData("/nn/artikler", "Det er berre 3 sider her. Du kom litt for langt.", "/nn/artikler")]
    [InlineData("/en/artikler", "There are only 3 pages here. You went a little too far.", "/en/artikler")]
    public async Task Get_PageAfterTheLast_TellsWhereTheListEnds(string path, string expected, string first)
    {
        var page = await app.GetPageAsync(path + "?side=99");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains(expected, page.TextsOf(".empty p"));
        Assert.Contains(first, page.Links);
        Assert.Contains(first + "?side=3", page.Links);
        Assert.Null(page.Document.QuerySelector("link[rel=canonical]"));
    }

    [Theory]
    [InlineData("/video?side=99")]
    [InlineData("/tema/klima?side=99")]
    public async Task Get_PageAfterTheOnlyOne_LeadsToIt(string path)
    {
        var page = await app.GetPageAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("Alt får plass på én side.", page.TextsOf(".empty p"));
        Assert.Contains(path.Split('?')[0], page.Links);
    }
}
