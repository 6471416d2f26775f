using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed class BodyPartsTests
{
    private static readonly MarkdownRenderer Renderer = new(["figur", "tjeneste"]);

    [Fact]
    public void Split_BodyWithEmbeds_GivesThePartsInOrder()
    {
        var parts = BodyParts.Split(Renderer.Render("a\n\n::: figur x\nEn *seng*.\n:::\n\nb\n\n::: tjeneste nav\n:::").Html);

        Assert.Collection(
            parts,
            part => Assert.Equal("<p>a</p>\n", Assert.IsType<BodyPart.Html>(part).Fragment.ToString()),
            part => AssertEmbed(part, "figur", "x", "En <em>seng</em>."),
            part => Assert.Equal("\n<p>b</p>\n", Assert.IsType<BodyPart.Html>(part).Fragment.ToString()),
            part => AssertEmbed(part, "tjeneste", "nav", ""));
    }

    [Fact]
    public void Split_EmbedInABox_LeavesTheBoxWholeOverThreeParts()
    {
        var parts = BodyParts.Split(Renderer.Render(":::: faktaboks A\n::: figur x\n:::\n::::").Html);

        Assert.Collection(
            parts,
            part => Assert.Equal("<aside class=\"fact-box\">\n<p class=\"fact-box__title\">A</p>\n", Assert.IsType<BodyPart.Html>(part).Fragment.ToString()),
            part => AssertEmbed(part, "figur", "x", ""),
            part => Assert.Equal("\n</aside>\n", Assert.IsType<BodyPart.Html>(part).Fragment.ToString()));
    }

    [Fact]
    public void Split_CaptionOfTwoParagraphs_KeepsThem() =>
        AssertEmbed(Assert.Single(BodyParts.Split(Renderer.Render("::: figur x\na\n\nb\n:::").Html)), "figur", "x", "<p>a</p>\n<p>b</p>");

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Split_EmptyBody_GivesNoParts(string html) => Assert.Empty(BodyParts.Split(html));

    [Fact]
    public void Split_TextThatSpellsAPlaceholder_StaysText()
    {
        var parts = BodyParts.Split(Renderer.Render("<portal-embed data-kind=\"figur\" data-key=\"x\"></portal-embed>").Html);

        Assert.Contains("&lt;portal-embed", Assert.IsType<BodyPart.Html>(Assert.Single(parts)).Fragment.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><p onclick=\"x\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:x\">a</a>", "<a>a</a>")]
    [InlineData("<portal-embed data-kind=\"figur\">a</portal-embed>", "a")]
    [InlineData("<portal-embed data-key=\"../x\" data-kind=\"figur\">a</portal-embed>", "a")]
    [InlineData("<p><portal-embed data-kind=\"figur\" data-key=\"x\">a</portal-embed></p>", "<p>a</p>")]
    [InlineData("<!-- a --><p>b</p>", "<p>b</p>")]
    [InlineData("<h2 id=\"location\">a</h2>", "<h2>a</h2>")]
    [InlineData("<svg><a href=\"/x\">a</a></svg>b", "b")]
    public void V1_3_1_Split_RowThatWasTamperedWith_IsCleanedAgain(string html, string expected) =>
        Assert.Equal(expected, Assert.IsType<BodyPart.Html>(Assert.Single(BodyParts.Split(html))).Fragment.ToString());

    [Fact]
    public void Split_NestedEmbeds_KeepsTheOuter() =>
        AssertEmbed(
            Assert.Single(BodyParts.Split("<portal-embed data-key=\"a\" data-kind=\"figur\"><portal-embed data-kind=\"figur\" data-key=\"b\">c</portal-embed></portal-embed>")),
            "figur", "a", "c");

    [Fact]
    public void ReplaceRefs_KnownKey_BecomesALinkWithEncodedText() =>
        Assert.Equal(
            "<p>Ring <a href=\"/hjelp?a=1&amp;b=2\">&lt;NAV&gt; &amp; co</a> nå.</p>\n",
            Replaced("Ring [[tjeneste:nav]] nå.", _ => [new("<NAV> & co", "/hjelp?a=1&b=2")]));

    [Fact]
    public void ReplaceRefs_SeveralPieces_KeepsWordsAndLabels() =>
        Assert.Equal(
            "<p>Ring <a href=\"/hjelp\">NAV</a> (<a href=\"tel:113\" aria-label=\"Ring &quot;113&quot;\">113</a>).</p>\n",
            Replaced("Ring [[tjeneste:nav]].", _ => [new("NAV", "/hjelp"), new(" ("), new("113", "tel:113", "Ring \"113\""), new(")")]));

    [Fact]
    public void ReplaceRefs_UnknownKey_BecomesItsKeyAsText() =>
        Assert.Equal("<p>Ring mental helse nå.</p>\n", Replaced("Ring [[tjeneste:mental-helse]] nå.", _ => null));

    [Fact]
    public void ReplaceRefs_KnownKeyWithoutAddress_BecomesEncodedText() =>
        Assert.Equal("<p>Navn: Fylket &amp; co</p>\n", Replaced("Navn: [[tjeneste:navn]]", _ => [new RefPiece("Fylket & co")]));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.no")]
    [InlineData("/a\" onclick=\"x")]
    public void V1_2_2_ReplaceRefs_AddressThatIsNotAllowed_LeavesTheName(string href) =>
        Assert.Equal("<p>NAV</p>\n", Replaced("[[tjeneste:nav]]", _ => [new("NAV", href)]));

    [Fact]
    public void ReplaceRefs_SeveralReferences_AsksForEachKindAndKey()
    {
        var asked = new List<(string, string)>();
        Replaced("[[tjeneste:a]], [[figur:b]] og [[tjeneste:a]]", reference =>
        {
            asked.Add(reference);
            return null;
        });

        Assert.Equal([("tjeneste", "a"), ("figur", "b"), ("tjeneste", "a")], asked);
    }

    private static string Replaced(string markdown, Func<(string, string), IReadOnlyList<RefPiece>?> resolve) =>
        string.Concat(BodyParts.Split(Renderer.Render(markdown).Html).OfType<BodyPart.Html>().Select(part => BodyParts.ReplaceRefs(part.Fragment, resolve)));

    private static void AssertEmbed(BodyPart part, string kind, string key, string caption)
    {
        var embed = Assert.IsType<BodyPart.Embed>(part);
        Assert.Equal((kind, key, caption), (embed.Kind, embed.Key, embed.CaptionHtml.ToString()));
    }
}
