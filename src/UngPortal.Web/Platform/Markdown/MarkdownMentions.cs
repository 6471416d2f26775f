using Markdig.Extensions.CustomContainers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using UngPortal.Kernel;

namespace UngPortal.Platform.Markdown;

/// <summary>Collects what a parsed text points at, so that others can see whether it is there.</summary>
internal static class MarkdownMentions
{
    /// <summary>Links, embeds and references, by line.</summary>
    public static IReadOnlyList<MarkdownMention> Of(MarkdownDocument document, IReadOnlySet<string> embedKinds) =>
        [.. document.Descendants().Select(node => In(node, embedKinds)).OfType<MarkdownMention>().OrderBy(mention => mention.Line)];

    private static MarkdownMention? In(MarkdownObject node, IReadOnlySet<string> embedKinds) => node switch
    {
        LinkInline { IsImage: false, Url: { } url } => new(node.Line + 1, MarkdownMention.Link, url),
        AutolinkInline { IsEmail: false } link => new(node.Line + 1, MarkdownMention.Link, link.Url),
        PortalShortcodes.Shortcode shortcode => new(node.Line + 1, shortcode.Kind, shortcode.Key),
        CustomContainer { Info: { } kind } container when embedKinds.Contains(kind) && Slug.IsValid(container.Arguments?.Trim() ?? "") => new(node.Line + 1, kind, container.Arguments!.Trim()),
        _ => null,
    };
}
