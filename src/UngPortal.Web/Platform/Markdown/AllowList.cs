namespace UngPortal.Platform.Markdown;

/// <summary>All that may leave a Markdown text.</summary>
public static class AllowList
{
    /// <summary>The elements.</summary>
    public static readonly HashSet<string> Tags = new(StringComparer.OrdinalIgnoreCase)
    {
        "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "del", "a", "br", "hr", "blockquote", "code", "pre",
        "table", "thead", "tbody", "tr", "th", "td", "aside", "details", "summary", "div", "portal-embed", "portal-ref",
    };

    /// <summary>The attributes.</summary>
    public static readonly HashSet<string> Attributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "id", "class", "start", "tabindex", "data-kind", "data-key", "lang",
    };

    /// <summary>The class names that our own containers write.</summary>
    public static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "fact-box", "fact-box__title", "quote", "accordion", "accordion__body",
    };

    /// <summary>The schemes of absolute links.</summary>
    public static readonly HashSet<string> Schemes = new(StringComparer.OrdinalIgnoreCase) { "https", "mailto", "tel" };

    /// <summary>Whether a link may stay: one of the schemes, or a path on this site; never <c>//host</c> or a backslash.</summary>
    public static bool IsAllowed(string url)
    {
        if (url.Length == 0 || url.Any(c => char.IsControl(c) || c is '\\' || char.IsWhiteSpace(c)))
        {
            return false;
        }

        if (url[0] is '/' or '#')
        {
            return !url.StartsWith("//", StringComparison.Ordinal);
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var absolute) && Schemes.Contains(absolute.Scheme);
    }
}
