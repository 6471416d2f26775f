using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using UngPortal.Kernel;

namespace UngPortal.Platform.Markdown;

/// <summary>The boxes an editor may open with <c>::: kind text</c>; embeds become placeholders that the page fills when it is shown.</summary>
public sealed class PortalContainers(IReadOnlySet<string> embedKinds) : IMarkdownExtension
{
    /// <summary>A box with a title beside the text.</summary>
    public const string FactBox = "faktaboks";

    /// <summary>A quotation set apart.</summary>
    public const string Quote = "sitat";

    /// <summary>A question that unfolds its answer.</summary>
    public const string Accordion = "trekkspill";

    /// <summary>The kinds that hold text.</summary>
    public static readonly IReadOnlyList<string> BoxKinds = [FactBox, Quote, Accordion];

    /// <summary>Whether a container of this kind is understood.</summary>
    public static bool IsKnown(string kind, IReadOnlySet<string> embedKinds) => BoxKinds.Contains(kind) || embedKinds.Contains(kind);

    /// <inheritdoc />
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (!pipeline.BlockParsers.Contains<CustomContainerParser>())
        {
            pipeline.BlockParsers.Insert(0, new CustomContainerParser());
        }
    }

    /// <inheritdoc />
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) =>
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlCustomContainerRenderer>(new Renderer(embedKinds));

    private sealed class Renderer(IReadOnlySet<string> embedKinds) : HtmlObjectRenderer<CustomContainer>
    {
        protected override void Write(HtmlRenderer renderer, CustomContainer container)
        {
            var kind = container.Info ?? "";
            var text = (container.Arguments ?? "").Trim();
            renderer.EnsureLine();
            switch (kind)
            {
                case FactBox:
                    renderer.WriteLine("<aside class=\"fact-box\">");
                    WriteTitle(renderer, "<p class=\"fact-box__title\">", text, "</p>");
                    renderer.WriteChildren(container);
                    renderer.WriteLine("</aside>");
                    break;
                case Quote:
                    renderer.WriteLine("<blockquote class=\"quote\">");
                    renderer.WriteChildren(container);
                    renderer.WriteLine("</blockquote>");
                    break;
                case Accordion when text.Length > 0:
                    renderer.Write("<details class=\"accordion\">");
                    WriteTitle(renderer, "<summary>", text, "</summary>");
                    renderer.WriteLine("<div class=\"accordion__body\">");
                    renderer.WriteChildren(container);
                    renderer.WriteLine("</div></details>");
                    break;
                case var _ when embedKinds.Contains(kind) && Slug.IsValid(text):
                    renderer.Write("<portal-embed data-kind=\"").WriteEscape(kind).Write("\" data-key=\"").WriteEscape(text).Write("\">");
                    renderer.WriteChildren(container);
                    renderer.WriteLine("</portal-embed>");
                    break;
                default:
                    renderer.WriteChildren(container);
                    break;
            }
        }

        private static void WriteTitle(HtmlRenderer renderer, string start, string text, string end)
        {
            if (text.Length > 0)
            {
                renderer.Write(start).WriteEscape(text).WriteLine(end);
            }
        }
    }
}
