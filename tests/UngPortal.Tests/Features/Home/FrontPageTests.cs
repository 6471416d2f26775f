using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Home;

public sealed class FrontPageTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("/", "nb", "Hva lurer du på?")]
    [InlineData("/nn/", "nn", "Kva lurer du på?")]
    [InlineData("/en/", "en", "What’s on your mind?")]
    public async Task Get_EachLanguage_GreetsInIt(string path, string language, string greeting)
    {
        var page = await app.GetPageAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(greeting, page.TextOf("h1"));
    }

    [Theory]
    [InlineData("/nn", "På bokmål")]
    [InlineData("/en", "In Norwegian")]
    public async Task Get_OtherLanguage_ShowsWhatIsInItFirstAndMarksTheRest(string language, string mark)
    {
        foreach (var path in (string[])["/", "/artikler", "/video", "/tema/kropp-helse-og-sex"])
        {
            var cards = (await app.GetPageAsync(language + path)).Document.QuerySelector("main .grid")!.QuerySelectorAll(".card").ToList();

            Assert.Equal(cards.OrderBy(card => card.QuerySelector(".card__body[lang]") is not null), cards);
            Assert.Null(cards[0].QuerySelector(".card__body[lang]"));
            Assert.All(cards, card => Assert.Equal(card.QuerySelector(".card__body[lang]") is not null, card.QuerySelector(".tag--language")?.TextContent == mark));
        }
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
