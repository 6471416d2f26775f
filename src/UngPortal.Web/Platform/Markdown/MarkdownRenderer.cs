using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;

namespace UngPortal.Platform.Markdown;

/// <summary>Turns Markdown into HTML that is safe to show, in two locks: Markdig without raw HTML, then an allow-list sanitiser.</summary>
/// <remarks>Source of the rule: quality.md, "Security". Runs when a text is saved, never when a page is read.</remarks>
public sealed class MarkdownRenderer
{
    /// <summary>The longest text that is rendered, in characters.</summary>
    public const int MaxLength = 40_000;

    private const int Attempts = 3;

    private readonly HashSet<string> _kinds;
    private readonly MarkdownPipeline _pipeline;
    private readonly MarkdownChecks _checks;

    /// <summary>Creates a renderer that knows these embed kinds, e.g. <c>figur</c>, <c>video</c>, <c>tjeneste</c>, and these that only stand inside a sentence, e.g. <c>innstilling</c>.</summary>
    public MarkdownRenderer(IEnumerable<string> embedKinds, params IEnumerable<string> inlineKinds)
    {
        _kinds = embedKinds.ToHashSet(StringComparer.Ordinal);
        var references = _kinds.Concat(inlineKinds).ToHashSet(StringComparer.Ordinal);
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePreciseSourceLocation().UsePipeTables()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.Extensions.Add(new PortalContainers(_kinds));
        builder.Extensions.Add(new PortalShortcodes(references));
        _pipeline = builder.Build();
        _checks = new MarkdownChecks(_kinds, references);
    }

    /// <summary>Renders a short text without embeds, ready to stand on a page; nothing where it can't be rendered.</summary>
    public SafeHtml ToHtml(string markdown) => new(Render(markdown).Html);

    /// <summary>Renders a text. A text that is too long, too dense or nested too deeply comes back empty with a problem.</summary>
    public RenderedMarkdown Render(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        if (markdown.Length > MaxLength)
        {
            return Refused(new MarkdownProblem(1, MarkdownFault.TooLong, $"{MaxLength}"));
        }

        var source = SourceText.Clean(markdown);
        if (SourceText.TooDense(source) is { } dense)
        {
            return Refused(dense);
        }

        // The patterns are linear and the text is bounded: a timeout is a pause of the machine, rarely the text's fault.
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                return RenderClean(source);
            }
            catch (RegexMatchTimeoutException)
            {
            }
        }

        return Refused(new MarkdownProblem(1, MarkdownFault.TooSlow));
    }

    private RenderedMarkdown RenderClean(string source)
    {
        if (Parse(source) is not var (html, mentions, problems))
        {
            return Refused(new MarkdownProblem(1, MarkdownFault.TooDeep));
        }

        var body = AllowedTree.Sanitise(html);
        var blocks = TextBlocks.Of(body);
        return new RenderedMarkdown(body.InnerHtml, string.Join('\n', blocks), Readability.Of(blocks), mentions, problems);
    }

    /// <summary>Markdig says by an ArgumentException that its depth limit is reached.</summary>
    private (string Html, IReadOnlyList<MarkdownMention> Mentions, IReadOnlyList<MarkdownProblem> Problems)? Parse(string source)
    {
        try
        {
            var document = Markdig.Markdown.Parse(source, _pipeline);
            var problems = _checks.Of(document, source);
            var mentions = MarkdownMentions.Of(document, _kinds);
            HeadingIds.Assign(document);
            SectionSigns.Tie(document);
            return (document.ToHtml(_pipeline), mentions, problems);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static RenderedMarkdown Refused(MarkdownProblem why) => new("", "", new Readability(0, 0, 0), [], [why]);
}
