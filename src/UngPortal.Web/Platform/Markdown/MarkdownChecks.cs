using System.Text.RegularExpressions;
using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using UngPortal.Kernel;

namespace UngPortal.Platform.Markdown;

/// <summary>What an editor must mend in a text before it is published, each fault with its line.</summary>
public sealed partial class MarkdownChecks(IReadOnlySet<string> embedKinds, IReadOnlySet<string> referenceKinds)
{
    private const int MaxBoxDepth = 2;

    /// <summary>The faults of a parsed text and its source, by line.</summary>
    public IReadOnlyList<MarkdownProblem> Of(MarkdownDocument document, string source) =>
    [
        .. InLines(source).Concat(InDocument(document)).DistinctBy(problem => (problem.Line, problem.Message)).OrderBy(problem => problem.Line),
    ];

    private IEnumerable<MarkdownProblem> InLines(string source)
    {
        foreach (var (index, line) in source.Split('\n').Index())
        {
            if (PhoneNumbers.FirstIn(line) is { } number)
            {
                yield return new(index + 1, $"'{number}' looks like a phone number: use [[tjeneste:id]] instead, so that the number has one home.");
            }

            if (Reference().Matches(line).FirstOrDefault(match => !IsUnderstood(match.Groups[1].Value)) is { } reference)
            {
                yield return new(index + 1, $"'{reference.Value}' is not understood: write [[kind:slug]] with one of {string.Join(", ", referenceKinds)}.");
            }
        }
    }

    private bool IsUnderstood(string reference) =>
        reference.Split(':', 2) is [var kind, var key] && referenceKinds.Contains(kind) && Slug.IsValid(key);

    private IEnumerable<MarkdownProblem> InDocument(MarkdownDocument document)
    {
        var level = 1;
        foreach (var node in document.Descendants())
        {
            foreach (var message in InNode(node, level))
            {
                yield return new(node.Line + 1, message);
            }

            level = node is HeadingBlock heading ? heading.Level : level;
        }
    }

    private IEnumerable<string> InNode(MarkdownObject node, int level) => node switch
    {
        CustomContainer container => InContainer(container),
        HeadingBlock heading => InHeading(heading, level),
        LinkInline { IsImage: true } => ["Images can't be put in by address: use '::: figur slug'."],
        LinkInline link => InLink(link.Url ?? ""),
        AutolinkInline link => InLink(link.IsEmail ? "mailto:" + link.Url : link.Url),
        PortalShortcodes.Shortcode shortcode when shortcode.FindParentOfType<LinkInline>().Any() => ["A [[…]] can't stand inside a link: it becomes a link itself."],
        _ => [],
    };

    private IEnumerable<string> InContainer(CustomContainer container)
    {
        var kind = container.Info ?? "";
        var text = container.Arguments?.Trim() ?? "";
        var outer = Outer(container).ToList();
        if (kind.Length == 0)
        {
            yield return "A ':::' opens a box without a name: is it one too many, or does a box around another box need '::::'?";
        }
        else if (!PortalContainers.IsKnown(kind, embedKinds))
        {
            yield return $"The box '{kind}' is unknown. Known: {string.Join(", ", PortalContainers.BoxKinds.Concat(embedKinds))}.";
        }
        else if (embedKinds.Contains(kind) && !Slug.IsValid(text))
        {
            yield return $"'::: {kind}' must be followed by one slug (a–z, 0–9 and hyphens), not '{text}'.";
        }
        else if (kind is PortalContainers.Quote && text.Length > 0)
        {
            yield return "A quote has no title: write the text on the next line.";
        }
        else if (kind is PortalContainers.FactBox or PortalContainers.Accordion && text.Length == 0)
        {
            yield return $"'::: {kind}' needs a title on the same line.";
        }

        if (container.ClosingFencedCharCount == 0 && kind.Length > 0)
        {
            yield return $"The box '{kind}' is never closed: end it with a line of as many colons as it starts with.";
        }

        if (embedKinds.Contains(kind) && container.Any(child => child is not ParagraphBlock))
        {
            yield return $"Inside '::: {kind}' there may be a caption of plain text only.";
        }

        if (outer.Count >= MaxBoxDepth)
        {
            yield return "A box in a box in a box: take one of them out.";
        }
    }

    private static IEnumerable<string> InHeading(HeadingBlock heading, int level)
    {
        if (heading.Level is 1 or > 4)
        {
            yield return "Use headings of level 2 to 4 ('##' to '####'): level 1 is the page's title.";
        }
        else if (heading.Level > level + 1)
        {
            yield return $"The heading jumps from level {level} to {heading.Level}: use {new string('#', level + 1)}.";
        }

        if (heading.Inline?.FirstChild is null)
        {
            yield return "The heading is empty.";
        }
    }

    private static IEnumerable<string> InLink(string url)
    {
        if (!AllowList.IsAllowed(url))
        {
            return [$"The address '{url[..Math.Min(url.Length, 80)]}' can't be used: link to a page of this site with '/…'."];
        }

        return url[0] is '/' or '#' || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? []
            : url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? ["Use [[tjeneste:id]] instead of a phone link, so that the number has one home."]
            : ["A link out of the site doesn't belong in the text: list it under sources."];
    }

    private static IEnumerable<CustomContainer> Outer(Block block)
    {
        for (var parent = block.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is CustomContainer container)
            {
                yield return container;
            }
        }
    }

    [GeneratedRegex(@"(?<!\\)\[\[([^\[\]\r\n]{0,140})\]\]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex Reference();
}
