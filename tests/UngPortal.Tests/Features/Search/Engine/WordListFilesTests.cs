using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>The shipped word lists, and how such files are read.</summary>
public sealed class WordListFilesTests
{
    [Fact]
    public void Load_ShippedFiles_HasEnoughOfBoth()
    {
        Assert.True(ContentFiles.Lexicon.Synonyms.Count >= 120);
        Assert.True(ContentFiles.Lexicon.Crisis.Count >= 150);
    }

    [Theory]
    [InlineData("mens", "menstruasjon")]
    [InlineData("lappen", "førerkort")]
    [InlineData("deppa", "depresjon")]
    [InlineData("sjolvskading", "selvskading")]
    [InlineData("helsesoster", "helsesykepleier")]
    [InlineData("esigarett", "vape")]
    [InlineData("bullied", "mobbing")]
    public void Of_ShippedSlangAndLanguages_MeansTheSame(string word, string meaning) =>
        Assert.Contains(ContentFiles.Lexicon.Synonyms.Of([word]), other => other.Words.SequenceEqual([meaning]));

    [Fact]
    public void Parse_OneWayLine_DoesNotLeadBack()
    {
        var list = SynonymList.Parse(["# kommentar", "", "kåt => lyst", "a b, c"]);

        Assert.Equal(2, list.Count);
        Assert.Single(list.Of(["kåt"]));
        Assert.Empty(list.Of(["lyst"]));
        Assert.Equal(["c"], Assert.Single(list.Of(["a", "b"])).Words);
        Assert.Equal(["a", "b"], Assert.Single(list.Of(["c"])).Words);
    }

    [Fact]
    public void Parse_CrisisLines_ReadsPhrasesLooseWordsAndHarmlessOnes()
    {
        var list = CrisisTerms.Parse(["# kommentar", "henge seg", "hoppe + bro", "! henger seg opp"]);

        Assert.Equal(2, list.Count);
        Assert.True(list.Match("henge seg"));
        Assert.True(list.Match("fra en bro vil jeg hoppe"));
        Assert.False(list.Match("henge opp seg"));
        Assert.False(list.Match("den henger seg opp"));
        Assert.False(list.Match("hoppe"));
    }

    [Fact]
    public void Parse_MarkedCrisisWords_AreReadAsTheFileSays()
    {
        var list = CrisisTerms.Parse(["kutter~|skader .. seg|meg", "=slår meg selv", "^ orker ikke mer", "! skader seg på ski", "& =venn"]);

        Assert.Equal(3, list.Count);
        Assert.All(["kutter meg", "kuttr seg", "skader hun seg", "skader venninna mi seg", "jeg slår meg selv", "orker ikke mer"], text => Assert.True(list.Match(text), text));
        Assert.All(["putter seg", "kutter", "skader de fire bilene seg", "skader seg på ski", "slå meg selv", "orker ikke mer lekser"], text => Assert.False(list.Match(text), text));
        Assert.True(list.IsAboutFriend("en venn kutter seg"));
        Assert.False(list.IsAboutFriend("ingen venner"));
    }
}
