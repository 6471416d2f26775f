using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Search;

[Collection(ShippedSite.Name)]
public sealed class SearchPageTests(PortalApp app)
{
    [Fact]
    public async Task Get_SnippetWithAService_NamesIt()
    {
        var page = await AskAsync("/sok?q=skade+som+trenger+tilsyn");

        Assert.Contains("ring Legevakt 116 117. De er der", page.TextOf(".result .card__text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sok?q=venninnen+min+skader+seg", "/artikler/bekymret-for-en-venn")]
    [InlineData("/sok?q=venninen+min+skader+seg", "/artikler/bekymret-for-en-venn")]
    [InlineData("/sok?q=hvordan+hjelpe+en+venn+som+kutter+seg", "/artikler/bekymret-for-en-venn")]
    [InlineData("/sok?q=redd+for+en+venn", "/artikler/bekymret-for-en-venn")]
    [InlineData("/nn/sok?q=ein+ven+kuttar+seg", "/nn/artikler/bekymret-for-en-venn")]
    [InlineData("/en/sok?q=my+friend+cuts+herself", "/en/artikler/bekymret-for-en-venn")]
    [InlineData("/sok?q=jeg+skader+meg", "/artikler/selvskading-andre-veier")]
    [InlineData("/en/sok?q=i+cut+myself", "/en/artikler/selvskading-andre-veier")]
    [InlineData("/en/sok?q=i+was+raped", "/en/artikler/seksuelle-overgrep-det-er-aldri-din-skyld")]
    [InlineData("/en/sok?q=someone+shared+my+nudes", "/en/artikler/nar-bilder-blir-delt")]
    [InlineData("/en/sok?q=my+dad+hits+me", "/en/artikler/vold-hjemme")]
    [InlineData("/en/sok?q=forced+marriage", "/en/artikler/mellom-to-kulturer")]
    [InlineData("/en/sok?q=i+want+to+die", "/en/artikler/tanker-om-a-do")]
    public async Task Get_GraveWords_FindTheTextThatHelpsFirst(string path, string expected) =>
        Assert.Equal(expected, (await AskAsync(path)).Document.QuerySelector(".result a")?.GetAttribute("href"));

    [Fact]
    public async Task Get_HitInAnotherLanguage_IsMarked()
    {
        var page = await AskAsync("/en/sok?q=my+dad+hits+me");

        Assert.Equal("nb", page.Document.QuerySelector(".result h3")?.GetAttribute("lang"));
    }

    [Fact]
    public async Task Get_InCrisis_ShowsHelpAndTheTextForFriends()
    {
        var page = await AskAsync("/sok?q=venine+kutter+seg");

        Assert.NotNull(page.Document.QuerySelector(".crisis"));
        Assert.Contains("Gjelder det en du er glad i? Les dette: Bekymret for en venn", page.TextsOf(".search-main > p"));
        Assert.Null((await AskAsync("/sok?q=kutte+h%C3%A5ret")).Document.QuerySelector(".crisis"));
    }

    [Fact]
    public async Task Get_BeyondTheEnd_KeepsTheQueryAndLeadsBack()
    {
        var page = await AskAsync("/sok?q=er+det+farlig&side=99");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("er det farlig", page.Document.QuerySelector("#sok")?.GetAttribute("value"));
        Assert.Contains("/sok?q=er%20det%20farlig", page.Links);
    }

    private async Task<HtmlPage> AskAsync(string path)
    {
        app.Services.WaitForSearchIndex();
        return await app.GetPageAsync(path);
    }
}
