using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

public sealed class SearchCrisisTests : IDisposable
{
    private readonly SearchFolder folder = new();
    private readonly SearchIndex index;

    public SearchCrisisTests() => index = folder.OpenWith(
        SearchFolder.Article("tanker-om-a-do", "Tanker om å dø", "Du kan få hjelp i natt.") with { Sensitivity = "crisis" },
        SearchFolder.Article("tabletter", "Tabletter og overdose", "Overdose av tabletter er farlig.") with { MethodLike = true },
        SearchFolder.Article("smerte", "Smertefri hos tannlegen", "Bedøvelse og tabletter gjør at du ikke vil dø av smerte."),
        SearchFolder.Article("sovn", "Søvn"));

    [Theory]
    [InlineData("selvmord")]
    [InlineData("selv mord")]
    [InlineData("selvmrod")]
    [InlineData("sjølvmord")]
    [InlineData("sjolvmord")]
    [InlineData("jeg vil ikke leve lenger")]
    [InlineData("eg vil ikkje leve")]
    [InlineData("ta livet mitt")]
    [InlineData("Hvordan kan jeg dø?")]
    [InlineData("overdose tabletter")]
    [InlineData("hvilke tabletter kan jeg dø av")]
    [InlineData("kms")]
    [InlineData("i want to die")]
    [InlineData("I don’t want to live")]
    [InlineData("how many pills")]
    public void Search_InCrisis_ShowsHelpFirstAndHoldsMethodsBack(string text)
    {
        var results = SearchFolder.Ask(index, text);

        Assert.True(results.IsCrisis);
        Assert.Equal("Tanker om å dø", results.Hits[0].Document.Title);
        Assert.DoesNotContain(results.Hits, hit => hit.Document.MethodLike);
        Assert.Null(results.DidYouMean);
    }

    [Theory]
    [InlineData("søvn")]
    [InlineData("smertefri hos tannlegen")]
    [InlineData("død batteri")]
    [InlineData("livet på videregående")]
    [InlineData("hoppe i havet")]
    [InlineData("hodet henger seg opp")]
    [InlineData("hvordan kutte ut sukker")]
    [InlineData("jeg vil dø av latter")]
    [InlineData("")]
    public void Search_Otherwise_IsNoCrisis(string text) => Assert.False(SearchFolder.Ask(index, text).IsCrisis);

    [Fact]
    public void Search_InCrisis_OrdersWhatHelpsByWhatItIsAboutAndForWhom()
    {
        using var other = new SearchFolder();
        using var texts = other.OpenWith(
            SearchFolder.Article("a-venn", "Bekymret for en venn", "Hun skader seg, vil dø og orker ikke mer.") with { Sensitivity = "crisis", ForFriends = true },
            SearchFolder.Article("b-overgrep", "Overgrep", "Det er ikke din skyld.") with { Sensitivity = "crisis" },
            SearchFolder.Article("c-selvskading", "Selvskading", "Når du skader deg.") with { Sensitivity = "crisis" });

        Assert.Equal("Bekymret for en venn", SearchFolder.Titles(texts, "venninnen min skader seg")[0]);
        Assert.Equal(["Selvskading", "Overgrep", "Bekymret for en venn"], SearchFolder.Titles(texts, "jeg skader meg hver kveld"));
        Assert.Equal("Bekymret for en venn", SearchFolder.Titles(texts, "ingen kommer til å savne meg")[^1]);
    }

    [Fact]
    public void Search_ForMethodLikeOutsideCrisis_StillFinds() =>
        Assert.Equal("Tabletter og overdose", SearchFolder.Titles(index, "tabletter")[0]);

    [Fact]
    public void Search_WithCrisisBehindLongText_IsStillSeen() =>
        Assert.True(SearchFolder.Ask(index, string.Concat(Enumerable.Repeat("skole ", 60)) + "jeg vil dø").IsCrisis);

    [Theory]
    [InlineData("selvmord")]
    [InlineData("selvm")]
    [InlineData("overd")]
    [InlineData("tablett")]
    [InlineData("vil dø")]
    public void Suggest_TowardsCrisisOrMethod_SaysNothing(string text) =>
        Assert.Empty(new SearchSuggestions(index, ContentFiles.Lexicon).For(text, "nb"));

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }
}
