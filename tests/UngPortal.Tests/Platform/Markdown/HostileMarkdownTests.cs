using FsCheck;
using FsCheck.Fluent;
using UngPortal.Platform.Markdown;

namespace UngPortal.Tests.Platform.Markdown;

public sealed class HostileMarkdownTests
{
    private const int MaxGrowth = 10;
    private const int TablesMayAdd = 30_000;
    private static readonly MarkdownRenderer Renderer = new(["figur", "video", "tjeneste"]);

    private static readonly Lazy<IReadOnlyList<(string Line, int Length, string Html)>> Rendered =
        new(() => HostileCorpus.Cases.Select(test => (test.Line, test.Markdown.Length, Renderer.Render(test.Markdown).Html)).ToList());

    private static readonly string[] Tokens =
    [
        "[", "]", "(", ")", "![", "](", "](javascript:alert(1))", "](/a)", "](//evil.no)", "[[", "]]", "[[tjeneste:a]]", "[[figur:", "<", ">",
        "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg>", "<style>", "<!--", "-->", "<![CDATA[", "<javascript:x>", "<https://a.no>",
        "::: faktaboks ", ":::: trekkspill ", "::: sitat", "::: figur x", "::: tjeneste ", ":::", "::::", "\n", "\n\n", " ", "    ", "\t",
        "# ", "## ", "\n===\n", "- ", "1. ", "> ", "| ", "\n|---|---|\n", "*", "**", "_", "~~", "`", "```", "\\", "&", "&lt;", "&#9;", "&colon;",
        "{onclick=x}", "{#location}", "\"", "'", "=", "javascript:", "data:text/html,", "location", "a", "søvn", "1", "22 33 44 55", "\0",
        "\u202E", "\u200B", "\uD800", "\uDC00", "\u2028", "[r]: ", "[r]",
    ];

    [Fact]
    public void HostileCorpus_Read_HoldsTheCasesItShould() => Assert.True(HostileCorpus.Cases.Count >= 200);

    [Fact]
    public void V1_3_1_Render_HostileCorpus_LeavesOnlyWhatIsListed()
    {
        var faults = Rendered.Value.SelectMany(test => SafeOutput.FaultsOf(test.Html).Select(fault => $"{test.Line} gives {fault}"));

        Assert.Empty(faults);
    }

    [Fact]
    public void V1_3_1_Split_HostileCorpusTakenAsSavedHtml_LeavesOnlyWhatIsListed()
    {
        var faults = HostileCorpus.Cases.Where(test => test.Markdown.Length < MarkdownRenderer.MaxLength)
            .Select(test => (test.Line, Html: string.Concat(BodyParts.Split(test.Markdown).OfType<BodyPart.Html>().Select(part => part.Fragment.ToString()))))
            .SelectMany(test => SafeOutput.FaultsOf(test.Html).Where(fault => fault.Contains('<', StringComparison.Ordinal)).Select(fault => $"{test.Line} gives {fault}"));

        Assert.Empty(faults);
    }

    [Fact]
    public void V1_3_1_Render_RandomMarkdown_LeavesOnlyWhatIsListed()
    {
        var texts = Gen.Elements(Tokens).ListOf().Select(string.Concat).ToArbitrary();

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000).WithEndSize(60),
            Prop.ForAll(texts, text => SafeOutput.FaultsOf(Renderer.Render(text).Html).Count == 0));
    }

    [Fact]
    public void Render_HostileCorpus_GrowsInProportionToTheText()
    {
        var grown = Rendered.Value.Where(test => test.Html.Length > TablesMayAdd + (MaxGrowth * test.Length)).Select(test => test.Line);

        Assert.Empty(grown);
    }

    [Fact]
    public void Render_TextThatIsTooDense_ComesBackEmptyWithTheLine()
    {
        var rendered = Renderer.Render("Hei\n\n" + string.Concat(Enumerable.Repeat("[a](", 8_000)));

        Assert.Equal("", rendered.Html);
        Assert.Equal(3, Assert.Single(rendered.Problems).Line);
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(800, false)]
    public void Render_BracketsInOneParagraph_AreReadUpToALimit(int count, bool isRead) =>
        Assert.Equal(isRead, Renderer.Render(string.Concat(Enumerable.Repeat("[a] ", count))).Html.Length > 0);

    [Fact]
    public void Render_TextOverTheLimit_ComesBackEmptyWithAProblem()
    {
        var rendered = Renderer.Render(new string('a', MarkdownRenderer.MaxLength + 1));

        Assert.Equal("", rendered.Html);
        Assert.Contains("40000", Assert.Single(rendered.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_TableWithShortRowsUnderAWideHead_IsRefused() =>
        Assert.Equal("", Renderer.Render("|a|b|c|d|e|f|\n|-|-|-|-|-|-|\n" + string.Concat(Enumerable.Repeat("|\n", 1_000))).Html);

    [Fact]
    public void Render_NestedDeeperThanTheParserGoes_ComesBackEmptyWithAProblem()
    {
        var nested = string.Concat(Enumerable.Range(0, 150).Select(depth => new string(' ', 2 * depth) + "- a\n"));

        Assert.Contains("nested", Assert.Single(Renderer.Render(nested).Problems).Message, StringComparison.Ordinal);
    }
}
