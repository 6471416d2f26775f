using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed class MarkdownRendererTests
{
    private static readonly MarkdownRenderer Renderer = new(["figur", "video", "tjeneste"]);

    [Theory]
    [InlineData("Hei **du** og *deg*, ~~ikke~~.", "<p>Hei <strong>du</strong> og <em>deg</em>, <del>ikke</del>.</p>\n")]
    [InlineData("- a\n  - b\n- c", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n")]
    [InlineData("a  \nb", "<p>a<br>\nb</p>\n")]
    [InlineData("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n")]
    [InlineData("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n")]
    [InlineData("[les](/artikler/a)", "<p><a href=\"/artikler/a\">les</a></p>\n")]
    [InlineData("[les](/artikler/a \"tittel\")", "<p><a href=\"/artikler/a\">les</a></p>\n")]
    [InlineData("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>\n")]
    [InlineData("Se § 196, **§§ 12 og 13** og [§ 1](/om).", "<p>Se §&nbsp;196, <strong>§§&nbsp;12 og 13</strong> og <a href=\"/om\">§&nbsp;1</a>.</p>\n")]
    [InlineData("```js\na\n```", "<pre><code>a\n</code></pre>\n")]
    public void Render_PlainMarkdown_GivesItsHtml(string markdown, string html)
    {
        var rendered = Renderer.Render(markdown);

        Assert.Equal(html, rendered.Html);
        Assert.Empty(rendered.Problems);
    }

    [Fact]
    public void Render_Table_CanBeReachedByKeyboardAndHoldsNoStyle() =>
        Assert.Equal(
            "<table tabindex=\"0\">\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n",
            Renderer.Render("| a | b |\n|---|--:|\n| 1 | 2 |").Html);

    [Theory]
    [InlineData("::: faktaboks Visste du & at\nTekst\n:::", "<aside class=\"fact-box\">\n<p class=\"fact-box__title\">Visste du &amp; at</p>\n<p>Tekst</p>\n</aside>\n")]
    [InlineData("::: sitat\nJeg lurer.\n:::", "<blockquote class=\"quote\">\n<p>Jeg lurer.</p>\n</blockquote>\n")]
    [InlineData("::: trekkspill Hva *nå*?\nTekst\n:::", "<details class=\"accordion\"><summary>Hva *nå*?</summary>\n<div class=\"accordion__body\">\n<p>Tekst</p>\n</div></details>\n")]
    [InlineData("::: figur sovn-i-natt\nEn *seng*.\n:::", "<portal-embed data-kind=\"figur\" data-key=\"sovn-i-natt\"><p>En <em>seng</em>.</p>\n</portal-embed>\n")]
    [InlineData("::: tjeneste nav\n:::", "<portal-embed data-kind=\"tjeneste\" data-key=\"nav\"></portal-embed>\n")]
    [InlineData("::: video a\n:::", "<portal-embed data-kind=\"video\" data-key=\"a\"></portal-embed>\n")]
    public void Render_Box_GivesItsHtml(string markdown, string html)
    {
        var rendered = Renderer.Render(markdown);

        Assert.Equal(html, rendered.Html);
        Assert.Empty(rendered.Problems);
    }

    [Fact]
    public void Render_CardInAccordionInList_StaysWhereItWasPut()
    {
        var rendered = Renderer.Render("- a\n\n  :::: trekkspill Hvem?\n  ::: tjeneste nav\n  :::\n  ::::\n- b");

        Assert.Empty(rendered.Problems);
        Assert.Contains("<div class=\"accordion__body\">\n<portal-embed data-kind=\"tjeneste\" data-key=\"nav\"></portal-embed>\n</div></details>\n</li>", rendered.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_Reference_BecomesAPlaceholderInsideItsSentence()
    {
        var rendered = Renderer.Render("Ring **[[tjeneste:mental-helse-116123]]** nå.");

        Assert.Equal("<p>Ring <strong><portal-ref data-kind=\"tjeneste\" data-key=\"mental-helse-116123\"></portal-ref></strong> nå.</p>\n", rendered.Html);
        Assert.Equal("Ring mental helse 116123 nå.", rendered.PlainText);
        Assert.Empty(rendered.Problems);
    }

    [Fact]
    public void Render_ReferenceInsideLink_NeverMakesALinkInALink() =>
        Assert.Equal("<p><a href=\"/a\">x nav y</a></p>\n", Renderer.Render("[x [[tjeneste:nav]] y](/a)").Html);

    [Theory]
    [InlineData("## Hva er søvn?", "del-hva-er-sovn")]
    [InlineData("## window", "del-window")]
    [InlineData("## !!!", "del-avsnitt")]
    [InlineData("## **Mat** & `kropp`", "del-mat-kropp")]
    [InlineData("## Én &amp; to", "del-en-to")]
    public void Render_Heading_GetsAHarmlessId(string markdown, string id) =>
        Assert.StartsWith($"<h2 id=\"{id}\">", Renderer.Render(markdown).Html, StringComparison.Ordinal);

    [Fact]
    public void Render_HeadingsOfOneName_GetIdsOfTheirOwn()
    {
        var html = Renderer.Render("## A\n\n## A 2\n\n## A\n\n## A").Html;

        Assert.Equal(["del-a", "del-a-2", "del-a-3", "del-a-4"], TableOfContents.Of(html).Select(entry => entry.Id));
    }

    [Fact]
    public void Render_HeadingOfAForbiddenLevel_KeepsItsText() =>
        Assert.Equal("<h2 id=\"del-a\">A</h2>\n<h4 id=\"del-b\">B</h4>\n", Renderer.Render("# A\n\n###### B").Html);

    [Fact]
    public void Render_PlainText_CountsNothingTwice() =>
        Assert.Equal("A\nb\nc\nd\ne\nf\ng\nh", Renderer.Render("## A\n\n- b\n  - c\n\n    d\n\n| e | f |\n|---|---|\n| g | h |").PlainText);

    [Fact]
    public void Render_InvisibleSigns_AreTakenOut() =>
        Assert.Equal("<p>abcd\uFFFDe</p>\n", Renderer.Render("\uFEFFa\u202Eb\0c\u0007d\uD800e").Html);
}
