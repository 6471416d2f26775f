using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.EmphasisExtras;

namespace UngPortal.Platform.Markdown;

/// <summary>Turns Markdown into HTML that is safe to show, in two locks: Markdig without raw HTML, then an allow-list sanitiser.</summary>
/// <remarks>Source of the rule: quality.md, "Security". Runs when a text is saved, never when a page is read.</remarks>
public sealed partial class MarkdownRenderer
{
    /// <summary>The longest text that is rendered, in characters; deep nesting costs time beyond it.</summary>
    public const int MaxLength = 40_000;

    private static readonly string[] BlockSelectors = ["h2", "h3", "h4", "li", "p", "summary", "figcaption", "td", "th"];

    private readonly MarkdownPipeline _pipeline;
    private readonly IReadOnlySet<string> _embedKinds;

    /// <summary>Creates a renderer that knows these embed kinds, e.g. <c>figur</c>, <c>video</c>, <c>tjeneste</c>.</summary>
    public MarkdownRenderer(IEnumerable<string> embedKinds)
    {
        _embedKinds = embedKinds.ToHashSet(StringComparer.Ordinal);
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoIdentifiers(AutoIdentifierOptions.GitHub);
        builder.Extensions.Add(new PortalContainers(_embedKinds));
        builder.Extensions.Add(new PortalShortcodes(_embedKinds));
        _pipeline = builder.Build();
    }

    /// <summary>Renders a text. A text that is too long or nested too deeply comes back empty with a problem.</summary>
    public RenderedMarkdown Render(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var problems = new List<MarkdownProblem>();
        if (markdown.Length > MaxLength)
        {
            return Refused($"The text is longer than {MaxLength} characters.");
        }

        string html;
        try
        {
            html = Sanitise(Markdig.Markdown.ToHtml(markdown.Replace('\0', '\uFFFD'), _pipeline));
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or InsufficientExecutionStackException)
        {
            return Refused("The text is nested too deeply.");
        }

        FindPhoneNumbers(markdown, problems);
        FindUnknownContainers(markdown, problems);
        var blocks = TextBlocks(html);
        return new RenderedMarkdown(html, string.Join('\n', blocks), Readability.Of(blocks), problems);
    }

    private static RenderedMarkdown Refused(string why) => new("", "", new Readability(0, 0, 0), [new MarkdownProblem(1, why)]);

    private static string Sanitise(string html)
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = AllowList.Tags,
            AllowedAttributes = AllowList.Attributes,
            AllowedSchemes = AllowList.Schemes,
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedClasses = AllowList.Classes,
        });
        sanitizer.FilterUrl += (_, link) => link.SanitizedUrl = AllowList.IsAllowed(link.OriginalUrl) ? link.SanitizedUrl : null;
        sanitizer.PostProcessNode += (_, node) =>
        {
            if (node.Node is IElement { LocalName: "table" } table)
            {
                table.SetAttribute("tabindex", "0");
            }
        };
        return sanitizer.Sanitize(html);
    }

    private static List<string> TextBlocks(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        return body.QuerySelectorAll(string.Join(',', BlockSelectors))
            .Where(element => element.LocalName is not "li" || element.QuerySelector("p") is null)
            .Select(element => Spaces().Replace(element.TextContent, " ").Trim())
            .Where(text => text.Length > 0)
            .ToList();
    }

    private static void FindPhoneNumbers(string markdown, List<MarkdownProblem> problems)
    {
        foreach (var (index, line) in markdown.Split('\n').Index())
        {
            if (!line.StartsWith(":::", StringComparison.Ordinal) && PhoneLike().Match(Shortcode().Replace(line, "")) is { Success: true } match)
            {
                problems.Add(new MarkdownProblem(index + 1, $"'{match.Value.Trim()}' looks like a phone number: use [[tjeneste:id]] instead, so that the number has one home."));
            }
        }
    }

    private void FindUnknownContainers(string markdown, List<MarkdownProblem> problems)
    {
        foreach (var (index, line) in markdown.Split('\n').Index())
        {
            if (ContainerStart().Match(line) is { Success: true } match && !PortalContainers.IsKnown(match.Groups[1].Value, _embedKinds))
            {
                problems.Add(new MarkdownProblem(index + 1, $"The box '{match.Groups[1].Value}' is unknown. Known: {string.Join(", ", PortalContainers.BoxKinds.Concat(_embedKinds))}."));
            }
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Spaces();

    /// <summary>Norwegian phone shapes: eight digits in the usual groups, 116 xxx, 0xxxx; years, ages and amounts stay free.</summary>
    [GeneratedRegex(@"(?<![\d.,/-])(?:\+47[ \u00A0]?)?(?:\d{2}[ \u00A0]\d{2}[ \u00A0]\d{2}[ \u00A0]\d{2}|\d{3}[ \u00A0]\d{2}[ \u00A0]\d{3}|[2-9]\d{7}|116[ \u00A0]?\d{3}|0\d{4})(?![\d.,/-]*\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex PhoneLike();

    [GeneratedRegex(@"\[\[[^\]\r\n]*\]\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shortcode();

    [GeneratedRegex(@"^:::+[ \t]*([^\s:]+)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex ContainerStart();
}
