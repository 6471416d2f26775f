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
                yield return new(index + 1, MarkdownFault.Phone, number);
            }

            if (Reference().Matches(line).FirstOrDefault(match => !IsUnderstood(match.Groups[1].Value)) is { } reference)
            {
                yield return new(index + 1, MarkdownFault.Reference, reference.Value, string.Join(", ", referenceKinds));
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
            foreach (var (fault, args) in InNode(node, level))
            {
                yield return new(node.Line + 1, fault, args);
            }

            level = node is HeadingBlock heading ? heading.Level : level;
        }
    }

    private IEnumerable<Found> InNode(MarkdownObject node, int level) => node switch
    {
        CustomContainer container => InContainer(container),
        HeadingBlock heading => InHeading(heading, level),
        LinkInline { IsImage: true } => [new(MarkdownFault.Image)],
        LinkInline link => InLink(link.Url ?? ""),
        AutolinkInline link => InLink(link.IsEmail ? "mailto:" + link.Url : link.Url),
        PortalShortcodes.Shortcode shortcode when shortcode.FindParentOfType<LinkInline>().Any() => [new(MarkdownFault.ReferenceInLink)],
        _ => [],
    };

    private IEnumerable<Found> InContainer(CustomContainer container)
    {
        var kind = container.Info ?? "";
        var text = container.Arguments?.Trim() ?? "";
        var outer = Outer(container).ToList();
        if (kind.Length == 0)
        {
            yield return new(MarkdownFault.BoxWithoutName);
        }
        else if (!PortalContainers.IsKnown(kind, embedKinds))
        {
            yield return new(MarkdownFault.BoxUnknown, kind, string.Join(", ", PortalContainers.BoxKinds.Concat(embedKinds)));
        }
        else if (embedKinds.Contains(kind) && !Slug.IsValid(text))
        {
            yield return new(MarkdownFault.EmbedSlug, kind, text);
        }
        else if (kind is PortalContainers.Quote && text.Length > 0)
        {
            yield return new(MarkdownFault.QuoteTitle);
        }
        else if (kind is PortalContainers.FactBox or PortalContainers.Accordion && text.Length == 0)
        {
            yield return new(MarkdownFault.BoxTitle, kind);
        }

        if (container.ClosingFencedCharCount == 0 && kind.Length > 0)
        {
            yield return new(MarkdownFault.BoxOpen, kind);
        }

        if (embedKinds.Contains(kind) && container.Any(child => child is not ParagraphBlock))
        {
            yield return new(MarkdownFault.EmbedContent, kind);
        }

        if (outer.Count >= MaxBoxDepth)
        {
            yield return new(MarkdownFault.BoxDepth);
        }
    }

    private static IEnumerable<Found> InHeading(HeadingBlock heading, int level)
    {
        if (heading.Level is 1 or > 4)
        {
            yield return new(MarkdownFault.HeadingLevel);
        }
        else if (heading.Level > level + 1)
        {
            yield return new(MarkdownFault.HeadingJump, $"{level}", $"{heading.Level}", new string('#', level + 1));
        }

        if (heading.Inline?.FirstChild is null)
        {
            yield return new(MarkdownFault.HeadingEmpty);
        }
    }

    private static IEnumerable<Found> InLink(string url)
    {
        if (!AllowList.IsAllowed(url))
        {
            return [new(MarkdownFault.Address, url[..Math.Min(url.Length, 80)])];
        }

        return url[0] is '/' or '#' || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? []
            : url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase) ? [new(MarkdownFault.PhoneLink)]
            : [new(MarkdownFault.LinkOut)];
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

    private readonly record struct Found(MarkdownFault Fault, params IReadOnlyList<string> Args);
}
