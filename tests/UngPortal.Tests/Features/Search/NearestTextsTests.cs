using UngPortal.Features.Search;
using UngPortal.Features.Search.Engine;
using UngPortal.Tests.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search;

/// <summary>The texts nearest to a text.</summary>
public sealed class NearestTextsTests
{
    private static readonly string[] Questions = ["question"];

    [Fact]
    public void Find_ATextOnTheSame_ComesFirst()
    {
        using var folder = new SearchFolder();
        using var index = folder.OpenWith(
            Of(1, "Mensen kommer ikke hver måned", "Mensen min er uregelmessig og jeg bruker ingen prevensjon."),
            Of(2, "Når kan jeg ta lappen?", "Jeg vil øvelseskjøre med faren min til sommeren."),
            Of(3, "Hvorfor får jeg vondt når jeg har mensen?", "Jeg har sterke smerter i magen når mensen kommer."));

        var near = Near(index).Find("Uregelmessig mens: mensen kom ikke denne måneden", "nb", Questions, 6);

        Assert.Equal(["question:1", "question:3"], near.Select(text => text.Key));
        Assert.True(near[0].Share > near[1].Share);
        Assert.InRange(near[0].Share, NearestTexts.Alike, 1);
    }

    [Fact]
    public void Find_Itself_IsLeftOut_AndOtherKindsToo()
    {
        using var folder = new SearchFolder();
        using var index = folder.OpenWith(
            Of(1, "Kviser i panna", "Jeg har kviser i panna."), Of(2, "Kviser på ryggen", "Jeg har kviser på ryggen."), SearchFolder.Article("kviser", "Kviser", "Alt om kviser i panna."));

        Assert.Equal(["question:2"], Near(index).Find("Kviser i panna", "nb", Questions, 6, ["question:1"]).Select(text => text.Key));
        Assert.Equal(["article:kviser"], Near(index).Find("Kviser i panna", "nb", ["article"], 6).Select(text => text.Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("jeg og du er her")]
    [InlineData("qwxz vbnm")]
    [InlineData("!!! ??? ***")]
    [InlineData("title:x AND (b:* OR [a TO z]) ~2^9")]
    public void Find_NothingToGoBy_FindsNothing(string text)
    {
        using var folder = new SearchFolder();
        using var index = folder.OpenWith(Of(1, "Kviser i panna", "Jeg har kviser."));

        Assert.Empty(Near(index).Find(text, "nb", Questions, 6));
        Assert.Empty(Near(index).Find(new string('å', 100_000), "xx", Questions, 6));
    }

    [Fact]
    public void Find_UnlikeOnes_CanBeKeptOut()
    {
        using var folder = new SearchFolder();
        using var index = folder.OpenWith(Of(1, "Hund i huset", "Hunden bjeffer om natta."), Of(2, "Katt", "Katten sover."));

        Assert.Single(Near(index).Find("hund med kviser, lappen, mensen, katten", "nb", Questions, 1));
        Assert.Empty(Near(index).Find("hund bjeffer, katten sover, natta, huset", "nb", Questions, 6, leastShare: 0.9));
    }

    [Fact]
    public void Find_InACrisis_HoldsMethodsBack()
    {
        using var folder = new SearchFolder();
        using var index = folder.OpenWith(
            Of(1, "Jeg orker ikke leve", "Jeg vil ta livet mitt.") with { Sensitivity = "crisis" }, Of(2, "Ta livet sitt", "Ta livet, slik gjør man.") with { MethodLike = true });

        Assert.Equal(["question:1"], Near(index).Find("jeg vil ta livet mitt", "nb", Questions, 6).Select(text => text.Key));
    }

    private static NearestTexts Near(SearchIndex index) => new(index, ContentFiles.Lexicon);

    private static SearchDocument Of(int number, string title, string question) => new()
    {
        Kind = "question",
        Key = $"question:{number}",
        Path = $"/sporsmal/{number}/x",
        Language = "nb",
        Title = title,
        Ingress = question,
        Body = "Hei! Dette går bra.",
    };
}
