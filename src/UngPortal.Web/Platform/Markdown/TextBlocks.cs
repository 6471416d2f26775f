using System.Text;
using AngleSharp.Dom;

namespace UngPortal.Platform.Markdown;

/// <summary>The readable text of an HTML tree, one string for each heading, paragraph, list item, cell and title.</summary>
public static class TextBlocks
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "strong", "em", "del", "a", "code", "portal-ref" };

    /// <summary>The blocks in reading order, white space made single; nothing is counted twice. A reference reads as the name that <paramref name="nameOf"/> gives for its key, else as its key.</summary>
    public static IReadOnlyList<string> Of(INode root, Func<string, string?>? nameOf = null)
    {
        var blocks = new List<string>();
        var open = new StringBuilder();
        Walk(root, open, blocks, key => nameOf?.Invoke(key) ?? BodyParts.KeyText(key));
        Close(open, blocks);
        return blocks;
    }

    private static void Walk(INode node, StringBuilder open, List<string> blocks, Func<string, string> nameOf)
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
                    open.Append(nameOf(reference.GetAttribute("data-key") ?? ""));
                    break;
                case IElement element when Inline.Contains(element.LocalName):
                    Walk(element, open, blocks, nameOf);
                    break;
                case IElement element:
                    Close(open, blocks);
                    Walk(element, open, blocks, nameOf);
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
