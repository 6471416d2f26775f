using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed class ReadabilityTests
{
    private static readonly MarkdownRenderer Renderer = new(["tjeneste"]);

    [Theory]
    [InlineData("", 0, 0, 0, 0)]
    [InlineData("Jeg er her.", 3, 0, 1, 3)]
    [InlineData("Jeg er her. Du er der!", 6, 0, 2, 3)]
    [InlineData("Kjærlighet er vanskelig", 3, 2, 1, 70)]
    [InlineData("Sju er sju: ja?", 4, 0, 2, 2)]
    [InlineData("Hun sa «nei.» Da gikk han.", 6, 0, 2, 3)]
    [InlineData("Bokstav har sju.", 3, 1, 1, 36)]
    [InlineData("Skoler har seks.", 3, 0, 1, 3)]
    [InlineData("E-poster – kom i 2026", 4, 1, 1, 29)]
    [InlineData("foreldre/foresatte", 2, 2, 1, 102)]
    [InlineData("Ja. Nei. Kanskje ja eller nei.", 6, 1, 3, 19)]
    [InlineData("1 2 3 4 5 6 7 8 9 10", 10, 0, 1, 10)]
    [InlineData("... !!! –", 0, 0, 0, 0)]
    public void Of_Block_CountsByHand(string text, int words, int longWords, int sentences, int lix)
    {
        var readability = Readability.Of([text]);

        Assert.Equal((words, longWords, sentences, lix), (readability.Words, readability.LongWords, readability.Sentences, readability.Lix));
    }

    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(100, 25, 10)]
    [InlineData(350, 61, 42)]
    [InlineData(500, 160, 31)]
    [InlineData(7, 7, 7)]
    public void Lix_Counts_FollowTheFormula(int words, int longWords, int sentences)
    {
        var formula = ((double)words / sentences) + (100.0 * longWords / words);

        Assert.InRange(new Readability(words, longWords, sentences).Lix - formula, -0.5, 0.5);
    }

    [Fact]
    public void Lix_Half_IsRoundedUp() => Assert.Equal(3, new Readability(5, 0, 2).Lix);

    [Fact]
    public void Render_HeadingsItemsAndParagraphs_EachEndASentence()
    {
        // Du sover / Da er / det natt / Du er her. Jeg går: 5 blocks, the last with two sentences.
        var readability = Renderer.Render("## Du sover\n\n- Da er\n  - det natt\n\nDu er her. Jeg går").Readability;

        Assert.Equal(new Readability(11, 0, 5), readability);
    }

    [Fact]
    public void Render_Reference_IsReadAsTheWordsOfItsKey() =>
        Assert.Equal(new Readability(5, 2, 1), Renderer.Render("Ring [[tjeneste:alarmtelefonen-for-barnehage]] nå.").Readability);
}
