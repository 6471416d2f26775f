using Markdig;
using Markdig.Extensions.CustomContainers;
using Markdig.Renderers;
using Markdig.Renderers.Html;

namespace UngPortal.Platform.Markdown;

/// <summary>The boxes an editor may open with <c>::: kind text</c>; embeds become placeholders that the page fills when it is shown.</summary>
public sealed class PortalContainers(IReadOnlySet<string> embedKinds) : IMarkdownExtension
{
    /// <summary>The kinds that hold text: fact box, quote, accordion.</summary>
    public static readonly IReadOnlyList<string> BoxKinds = ["faktaboks", "sitat", "trekkspill"];

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
            if (embedKinds.Contains(kind))
            {
                renderer.Write("<portal-embed data-kind=\"").WriteEscape(kind).Write("\" data-key=\"").WriteEscape(text.Split(' ')[0]).Write("\">");
                renderer.WriteChildren(container);
                renderer.WriteLine("</portal-embed>");
                return;
            }

            var (start, end) = kind switch
            {
                "faktaboks" => ("<aside class=\"fact-box\">", "</aside>"),
                "sitat" => ("<blockquote class=\"quote\">", "</blockquote>"),
                "trekkspill" => ("<details class=\"accordion\">", "</div></details>"),
                _ => ("<div>", "</div>"),
            };
            renderer.WriteLine(start);
            if (kind == "trekkspill")
            {
                renderer.Write("<summary>").WriteEscape(text).WriteLine("</summary><div class=\"accordion__body\">");
            }
            else if (kind == "faktaboks" && text.Length > 0)
            {
                renderer.Write("<p class=\"fact-box__title\">").WriteEscape(text).WriteLine("</p>");
            }

            renderer.WriteChildren(container);
            renderer.WriteLine(end);
        }
    }
}
