using System.Text;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using UngPortal.Kernel;

namespace UngPortal.Platform.Markdown;

/// <summary>Gives every heading a level between 2 and 4 and an id that is unique in its text.</summary>
public static class HeadingIds
{
    private const string Nameless = "avsnitt";
    private const int MaxNameLength = 80;

    /// <summary>Changes the document's headings in place; ids start with <see cref="AllowList.IdPrefix"/> and are stable while the text is.</summary>
    public static void Assign(MarkdownDocument document)
    {
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Clamp(heading.Level, 2, 4);
            var name = Slug.From(TextOf(heading));
            name = name.Length == 0 ? Nameless : name[..Math.Min(name.Length, MaxNameLength)].TrimEnd('-');
            heading.GetAttributes().Id = AllowList.IdPrefix + Unique(name, used);
        }
    }

    private static string Unique(string name, Dictionary<string, int> used)
    {
        var candidate = name;
        while (!used.TryAdd(candidate, 1))
        {
            candidate = $"{name}-{++used[name]}";
        }

        return candidate;
    }

    private static string TextOf(HeadingBlock heading)
    {
        var text = new StringBuilder();
        foreach (var inline in heading.Inline?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => " ",
                _ => "",
            });
        }

        return text.ToString();
    }
}
