using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>The ways readers write a word.</summary>
public sealed class SearchWordingTests : IDisposable
{
    private readonly SearchFolder folder = new();
    private readonly SearchIndex index;

    public SearchWordingTests() => index = folder.OpenWith(
        SearchFolder.Article("tvang", "Tvangstanker", "Når tankene går i ring.", topics: "Psykiske vansker"),
        SearchFolder.Article("sovn", "Søvn", "Slik kan du sovne lettere. Ha det mørkt."),
        SearchFolder.Article("karlighet", "Kjærlighet", "Om å være glad i noen."),
        SearchFolder.Article("far", "Å få det bra", "Alle får hjelp. Åpne opp."),
        SearchFolder.Article("sti", "Kjønnssykdommer", "Klamydia er vanligst. En test på helsestasjonen er gratis."),
        SearchFolder.Article("spise", "Spiseforstyrrelser", "Å be om hjelp."),
        SearchFolder.Article("mens", "Mensen", "Blødning hver måned."),
        SearchFolder.Article("gravid", "Er du gravid?", "Ta en test."),
        SearchFolder.Article("prevensjon", "Prevensjon", "P-piller, e-sigaretter finnes ikke her."),
        SearchFolder.Article("cannabis", "Cannabis", "Det vi vet."),
        SearchFolder.Article("venner", "Vennskap", "Gode venner."),
        SearchFolder.Article("hoved", "Hovudverk", "Når det dunkar.", language: "nn"),
        SearchFolder.Article("bully", "Bullying", "Nobody should be bullied.", language: "en"));

    [Theory]
    [InlineData("søvn")]
    [InlineData("SØVN")]
    [InlineData("sovn")]
    [InlineData("soevn")]
    [InlineData("sövn")]
    [InlineData("so\u0308vn")]
    public void Search_HoweverOslashIsWritten_Finds(string text) => Assert.Equal("Søvn", First(text));

    [Theory]
    [InlineData("kjærlighet")]
    [InlineData("kjaerlighet")]
    [InlineData("kjarlighet")]
    [InlineData("kjerlighet")]
    [InlineData("kjärlighet")]
    public void Search_HoweverAeIsWritten_Finds(string text) => Assert.Equal("Kjærlighet", First(text));

    [Theory]
    [InlineData("åpne")]
    [InlineData("aapne")]
    [InlineData("apne")]
    [InlineData("a\u030apne")]
    public void Search_HoweverAringIsWritten_Finds(string text) => Assert.Equal("Å få det bra", First(text));

    [Theory]
    [InlineData("tvangstanken", "Tvangstanker")]
    [InlineData("kjønnssykdommen", "Kjønnssykdommer")]
    [InlineData("prevensjonen", "Prevensjon")]
    [InlineData("vennskapet", "Vennskap")]
    [InlineData("hovudverken", "Hovudverk")]
    public void Search_ForAnotherInflection_Finds(string text, string title) => Assert.Equal(title, First(text));

    [Fact]
    public void Search_ForAnotherInflectionInEnglish_Finds() => Assert.Equal("Bullying", First("bully", "en"));

    [Theory]
    [InlineData("tvangs tanker", "Tvangstanker")]
    [InlineData("tvang tanker", "Tvangstanker")]
    [InlineData("tvangs-tanker", "Tvangstanker")]
    [InlineData("kjønns sykdom", "Kjønnssykdommer")]
    [InlineData("kjonn sykdom", "Kjønnssykdommer")]
    [InlineData("spise forstyrrelser", "Spiseforstyrrelser")]
    [InlineData("spise forstyrelser", "Spiseforstyrrelser")]
    [InlineData("p piller", "Prevensjon")]
    [InlineData("ppiller", "Prevensjon")]
    [InlineData("klamydiatest", "Kjønnssykdommer")]
    public void Search_ForCompoundWrittenApartOrTogether_Finds(string text, string title) => Assert.Equal(title, First(text));

    [Theory]
    [InlineData("tvangstnaker", "Tvangstanker")]
    [InlineData("tvangtankr", "Tvangstanker")]
    [InlineData("prevensjn", "Prevensjon")]
    [InlineData("canabis", "Cannabis")]
    [InlineData("cannabsi", "Cannabis")]
    [InlineData("kjønssykdomer", "Kjønnssykdommer")]
    public void Search_WithTypos_Finds(string text, string title) => Assert.Equal(title, First(text));

    [Fact]
    public void Search_WithTypoInShortWord_FindsNothing() => Assert.Empty(SearchFolder.Titles(index, "tesk"));

    [Theory]
    [InlineData("jeg får ikke såve")]
    [InlineData("soce")]
    public void Search_WithTypoInFourLetters_FindsACommonWord(string text)
    {
        using var many = new SearchFolder();
        using var nights = many.OpenWith([SearchFolder.Article("a", "Gave"), .. Enumerable.Range(1, 6).Select(i => SearchFolder.Article($"natt-{i}", $"Å sove natt {i}"))]);

        Assert.StartsWith("Å sove", SearchFolder.Titles(nights, text)[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("preve", "Prevensjon")]
    [InlineData("tvangst", "Tvangstanker")]
    public void Search_ForBeginningOfLastWord_Finds(string text, string title) => Assert.Equal(title, First(text));

    [Theory]
    [InlineData("weed", "Cannabis")]
    [InlineData("gress", "Cannabis")]
    [InlineData("tante rød", "Mensen")]
    [InlineData("menstruasjon", "Mensen")]
    [InlineData("mestruasjon", "Mensen")]
    [InlineData("hodepine hasj", "Cannabis")]
    public void Search_ForSynonym_Finds(string text, string title) => Assert.Equal(title, First(text));

    [Theory]
    [InlineData("hvordan vet jeg om jeg er gravid", "Er du gravid?")]
    [InlineData("korleis veit eg om eg er gravid", "Er du gravid?")]
    [InlineData("er det noen som vet om man kan sovne lettere uten å ta noe", "Søvn")]
    public void Search_ForWholeQuestion_Finds(string text, string title) => Assert.Equal(title, First(text));

    [Fact]
    public void Search_ForSmallWordsOnly_StillAnswers() => Assert.Equal("Å få det bra", First("alle får"));

    [Theory]
    [InlineData("cannabsi", "cannabis")]
    [InlineData("Hva er canabis?", "Hva er cannabis?")]
    [InlineData("spise forstyrelser", "spiseforstyrrelser")]
    [InlineData("cannabis", null)]
    [InlineData("xyzxyzxyz", null)]
    public void Search_WithTypo_SuggestsTheRightSpelling(string text, string? suggestion) =>
        Assert.Equal(suggestion, SearchFolder.Ask(index, text).DidYouMean);

    public void Dispose()
    {
        index.Dispose();
        folder.Dispose();
    }

    private string? First(string text, string language = "nb") => SearchFolder.Titles(index, text, language).FirstOrDefault();
}
