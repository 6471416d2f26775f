using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace UngPortal.Platform.Markdown;

/// <summary>Keeps a section sign and its number on one line: <c>§ 196</c> holds a no-break space.</summary>
public static class SectionSigns
{
    /// <summary>The text with every sign tied to what follows.</summary>
    public static string Tied(string text) => text.Replace("§ ", "§\u00a0", StringComparison.Ordinal);

    /// <summary>Ties the signs in all running text of a parsed document.</summary>
    internal static void Tie(MarkdownDocument document)
    {
        foreach (var literal in document.Descendants<LiteralInline>())
        {
            if (literal.Content.IndexOf('§') >= 0)
            {
                literal.Content = new StringSlice(Tied(literal.Content.ToString()));
            }
        }
    }
}
