using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Home;

public sealed class FrontPageTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("/", "nb", "Hva lurer du på?")]
    [InlineData("/nn/", "nn", "Kva lurer du på?")]
    [InlineData("/en/", "en", "What's on your mind?")]
    public async Task Get_EachLanguage_GreetsInIt(string path, string language, string greeting)
    {
        var page = await app.GetPageAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(greeting, page.TextOf("h1"));
    }

    [Fact]
    public async Task Get_AtOneOClock_ShowsServicesThatAreOpenThen()
    {
        var page = await app.GetPageAsync("/");

        Assert.Equal(5, page.Document.QuerySelectorAll(".topic-card").Length);
        Assert.Equal(3, page.Document.QuerySelectorAll(".service .state--open").Length);
        Assert.False(page.Response.Headers.Contains("Set-Cookie"));
    }
}
