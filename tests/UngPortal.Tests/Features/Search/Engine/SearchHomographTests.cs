using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>A Norwegian "mens" joins two sentences nearly everywhere, and is what a reader asks about.</summary>
public sealed class SearchHomographTests : IDisposable
{
    private readonly SearchFolder folder = new();
    private readonly SearchIndex index;

    public SearchHomographTests() => index = folder.OpenWith(
        [
            SearchFolder.Article("mensen", "Mensen: det du lurer på", "De fleste får mensen mellom 11 og 15 år."),
            SearchFolder.Article("angst", "Angst", "Det er vondt, men pust rolig mens bølgen går over.", ingress: "Les dette mens du venter."),
            SearchFolder.Article("skilsmisse", "Når foreldre går fra hverandre", "Mens det står på, kan du snakke med noen."),
        ]);

    [Theory]
    [InlineData("mens")]
    [InlineData("mensen")]
    [InlineData("har ikke fått mensen")]
    [InlineData("menstruasjon")]
    public void Search_ForMenstruation_FindsNoTextThatOnlySaysWhile(string text) =>
        Assert.Equal(["Mensen: det du lurer på"], SearchFolder.Titles(index, text));

    [Fact]
    public void Search_Misspelt_OffersTheWordThatIsMeant()
    {
        var found = SearchFolder.Ask(index, "mensn");

        Assert.Equal("mensen", found.DidYouMean);
        Assert.Equal("Mensen: det du lurer på", found.Hits[0].Document.Title);
    }

    [Fact]
    public void Search_InEnglish_KeepsTheWord()
    {
        index.Apply([SearchFolder.Article("skyld", "Guilt", "The law calls it mens rea.", language: "en")], [], "2");

        Assert.Contains("Guilt", SearchFolder.Titles(index, "mens rea", "en"));
    }

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }
}
