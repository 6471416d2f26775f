using System.Text;
using AngleSharp.Dom;

namespace UngPortal.Platform.Markdown;

/// <summary>The readable text of an HTML tree, one string for each heading, paragraph, list item, cell and title.</summary>
public static class TextBlocks
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "strong", "em", "del", "a", "code", "portal-ref" };

    /// <summary>The blocks in reading order, white space made single; nothing is counted twice, and references read as their keys.</summary>
    public static IReadOnlyList<string> Of(INode root)
    {
        var blocks = new List<string>();
        var open = new StringBuilder();
        Walk(root, open, blocks);
        Close(open, blocks);
        return blocks;
    }

    private static void Walk(INode node, StringBuilder open, List<string> blocks)
    {
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    open.Append(text.Data);
                    break;
                case IElement { LocalName: "br" }:
                    open.Append(' ');
                    break;
                case IElement { LocalName: "portal-ref" } reference:
                    open.Append(BodyParts.KeyText(reference.GetAttribute("data-key") ?? ""));
                    break;
                case IElement element when Inline.Contains(element.LocalName):
                    Walk(element, open, blocks);
                    break;
                case IElement element:
                    Close(open, blocks);
                    Walk(element, open, blocks);
                    Close(open, blocks);
                    break;
            }
        }
    }

    private static void Close(StringBuilder open, List<string> blocks)
    {
        var text = string.Join(' ', open.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        open.Clear();
        if (text.Length > 0)
        {
            blocks.Add(text);
        }
    }
}
