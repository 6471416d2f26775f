using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed class TableOfContentsTests
{
    private static readonly MarkdownRenderer Renderer = new(["tjeneste"]);

    [Fact]
    public void Of_BodyWithChapters_GivesIdAndPlainText()
    {
        var entries = TableOfContents.Of(Renderer.Render("## Hva *er* søvn & natt?\n\n### Litt mer\n\n## Hvem er [[tjeneste:rode-kors]]?").Html);

        Assert.Equal([new("del-hva-er-sovn-natt", "Hva er søvn & natt?"), new("del-hvem-er", "Hvem er rode kors?")], entries);
    }

    [Fact]
    public void Of_HeadingInsideABox_IsLeftOut() =>
        Assert.Equal(["A"], TableOfContents.Of(Renderer.Render("## A\n\n::: trekkspill B\n## C\n:::").Html).Select(entry => entry.Text));

    [Fact]
    public void Of_BodyWithoutChapters_IsEmpty() => Assert.Empty(TableOfContents.Of("<p>a</p>"));
}
