using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed class MarkdownProblemsTests
{
    private static readonly MarkdownRenderer Renderer = new(["figur", "video", "tjeneste"], "innstilling");

    [Theory]
    [InlineData("a\n\n::: ramme A\nx\n:::", 3, "'ramme' is unknown")]
    [InlineData("a\n\n::: FAKTABOKS A\nx\n:::", 3, "is unknown")]
    [InlineData("a\n\n:::\n", 3, "without a name")]
    [InlineData("::: faktaboks A\n::: figur x\n:::\n:::\n", 4, "without a name")]
    [InlineData("::: faktaboks A\nx", 1, "never closed")]
    [InlineData("::: faktaboks\nx\n:::", 1, "needs a title")]
    [InlineData("a\n\n::: trekkspill\nx\n:::", 3, "needs a title")]
    [InlineData("::: sitat Hei\nx\n:::", 1, "no title")]
    [InlineData("a\n\n::: innstilling navn\n:::", 3, "is unknown")]
    [InlineData("::: figur\n:::", 1, "one slug")]
    [InlineData("a\n\n::: figur Æ\n:::", 3, "one slug")]
    [InlineData("::: figur a b\n:::", 1, "one slug")]
    [InlineData("::: tjeneste \"a\"\n:::", 1, "one slug")]
    [InlineData("::: figur a\n- x\n:::", 1, "caption of plain text")]
    [InlineData("::::: faktaboks A\n:::: trekkspill B\n::: figur x\n:::\n::::\n:::::", 3, "box in a box in a box")]
    [InlineData("a\n\n# B", 3, "level 2 to 4")]
    [InlineData("##### B", 1, "level 2 to 4")]
    [InlineData("## A\n\n#### B", 3, "jumps from level 2 to 4")]
    [InlineData("### B", 1, "jumps from level 1 to 3")]
    [InlineData("a\n\n##\n", 3, "empty")]
    [InlineData("a\n![b](/c.png)", 2, "figur")]
    [InlineData("a\n[b](https://nav.no)", 2, "under sources")]
    [InlineData("a\n<https://nav.no>", 2, "under sources")]
    [InlineData("[b][r]\n\n[r]: https://nav.no", 1, "under sources")]
    [InlineData("a\n[b](tel:113)", 2, "one home")]
    [InlineData("[b](http://nav.no)", 1, "can't be used")]
    [InlineData("[b](javascript:alert)", 1, "can't be used")]
    [InlineData("[b](artikler/a)", 1, "can't be used")]
    [InlineData("[b](//evil.no)", 1, "can't be used")]
    [InlineData("[b]()", 1, "can't be used")]
    [InlineData("a\n\nb [[hjelp:a]]", 3, "not understood")]
    [InlineData("a\nb [[tjeneste:Nav]]", 2, "not understood")]
    [InlineData("a\n[b [[tjeneste:nav]]](/c)", 2, "inside a link")]
    public void Render_FaultInText_IsAProblemWithItsLine(string markdown, int line, string part) =>
        Assert.Contains(Renderer.Render(markdown).Problems, problem => problem.Line == line && problem.Message.Contains(part, StringComparison.Ordinal));

    [Theory]
    [InlineData("## A\n\n### B\n\n#### C\n\n## D")]
    [InlineData("[a](/artikler/b) [c](#del-d) [e](mailto:post@ungportal.no)")]
    [InlineData(":::: faktaboks A\n::: figur x\nTekst\n:::\n::::")]
    [InlineData(":::: trekkspill A\n\n::: tjeneste x\n:::\n\nTekst\n\n::::")]
    [InlineData("[[tjeneste:a]], [[figur:b]] og [[innstilling:navn]]")]
    [InlineData("\\[[ikke noe]]")]
    [InlineData("```\n::: ramme\n# a\n```")]
    [InlineData("")]
    public void Render_HonestText_HasNoProblems(string markdown) => Assert.Empty(Renderer.Render(markdown).Problems);

    [Fact]
    public void Render_SeveralFaults_ComeInTheOrderOfTheirLines()
    {
        var lines = Renderer.Render("# A\n\nRing 22334455\n\n::: ramme\nx\n:::\n\n[b](https://nav.no)").Problems.Select(problem => problem.Line);

        Assert.Equal([1, 3, 5, 9], lines);
    }
}
