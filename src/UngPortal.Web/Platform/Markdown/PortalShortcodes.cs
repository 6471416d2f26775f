using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace UngPortal.Platform.Markdown;

/// <summary>Names something by its key inside a sentence: <c>[[tjeneste:mental-helse-116123]]</c>, <c>[[innstilling:kontakt]]</c>.</summary>
public sealed class PortalShortcodes(IReadOnlySet<string> kinds) : IMarkdownExtension
{
    /// <inheritdoc />
    public void Setup(MarkdownPipelineBuilder pipeline) =>
        pipeline.InlineParsers.InsertBefore<LinkInlineParser>(new Parser(kinds));

    /// <inheritdoc />
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new Renderer());

    /// <summary>A reference in the parsed text; kind is one of the known kinds and key a slug.</summary>
    public sealed class Shortcode : LeafInline
    {
        /// <summary>The kind, e.g. <c>tjeneste</c>.</summary>
        public required string Kind { get; init; }

        /// <summary>The slug of the thing named.</summary>
        public required string Key { get; init; }
    }

    private sealed class Parser : InlineParser
    {
        private const int MaxLength = 40 + Kernel.Slug.MaxLength;

        private readonly IReadOnlySet<string> _kinds;

        public Parser(IReadOnlySet<string> kinds)
        {
            _kinds = kinds;
            OpeningCharacters = ['['];
        }

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (slice.PeekChar() != '[')
            {
                return false;
            }

            var text = slice.Text.AsSpan(slice.Start + 2, Math.Min(slice.End - slice.Start - 1, MaxLength));
            var end = text.IndexOf("]]", StringComparison.Ordinal);
            var colon = end > 0 ? text[..end].IndexOf(':') : -1;
            if (colon <= 0 || !_kinds.Contains(text[..colon].ToString()) || !Kernel.Slug.IsValid(text[(colon + 1)..end].ToString()))
            {
                return false;
            }

            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new Shortcode
            {
                Kind = text[..colon].ToString(),
                Key = text[(colon + 1)..end].ToString(),
                Line = line,
                Column = column,
                Span = new(start, start + end + 3),
            };
            slice.Start += end + 4;
            return true;
        }
    }

    private sealed class Renderer : HtmlObjectRenderer<Shortcode>
    {
        protected override void Write(HtmlRenderer renderer, Shortcode shortcode) =>
            renderer.Write("<portal-ref data-kind=\"").WriteEscape(shortcode.Kind).Write("\" data-key=\"").WriteEscape(shortcode.Key).Write("\"></portal-ref>");
    }
}
