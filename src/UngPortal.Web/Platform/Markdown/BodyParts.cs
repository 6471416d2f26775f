using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace UngPortal.Platform.Markdown;

/// <summary>Reads a saved body back: cuts it at its embeds, and gives its inline references an address and a name when the page is shown.</summary>
public static class BodyParts
{
    private const string EmbedStart = "<portal-embed data-kind=\"";
    private const string EmbedEnd = "</portal-embed>";
    private const string RefStart = "<portal-ref data-kind=\"";
    private const string RefEnd = "</portal-ref>";
    private const string KeyStart = "\" data-key=\"";
    private const string OwnLink = "<a href=\"/";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The body in pieces, in order. What the allow-list doesn't know is dropped, whatever the text's origin.</summary>
    public static IReadOnlyList<BodyPart> Split(string bodyHtml)
    {
        var parts = new List<BodyPart>();
        Walk(AllowedTree.Read(bodyHtml).InnerHtml, EmbedStart, EmbedEnd, html => AddHtml(parts, html), (kind, key, caption) =>
            parts.Add(new BodyPart.Embed(kind, key, Caption(caption))));
        return parts;
    }

    /// <summary>Turns each reference into a link with the name that <paramref name="resolve"/> gives for its kind and key, or without an address into the name alone; one it doesn't know becomes its key as plain text.</summary>
    public static SafeHtml ReplaceRefs(SafeHtml html, Func<(string Kind, string Key), (string? Href, string Text)?> resolve)
    {
        var replaced = new StringBuilder();
        Walk(html.ToString(), RefStart, RefEnd, text => replaced.Append(text), (kind, key, _) => replaced.Append(resolve((kind, key)) switch
        {
            { Href: { } href } known when AllowList.IsAllowed(href) => $"<a href=\"{Encoder.Encode(href)}\">{Encoder.Encode(known.Text)}</a>",
            { } known => Encoder.Encode(known.Text),
            null => Encoder.Encode(KeyText(key)),
        }));
        return new SafeHtml(replaced.ToString());
    }

    /// <summary>Sends the links to our own pages to the same pages in the language of the page around them.</summary>
    public static SafeHtml InLanguage(SafeHtml html, Kernel.Language language) =>
        language.IsDefault ? html : new SafeHtml(html.ToString().Replace(OwnLink, $"{OwnLink[..^1]}{language.PathPrefix}/", StringComparison.Ordinal));

    /// <summary>A key as words: hyphens become spaces.</summary>
    internal static string KeyText(string key) => key.Replace('-', ' ');

    /// <summary>Our own serialiser wrote the HTML, so that a placeholder has one spelling and the spelling occurs nowhere else: text has no bare angle bracket, a value no bare quote.</summary>
    private static void Walk(string html, string start, string end, Action<string> between, Action<string, string, string> placeholder)
    {
        var from = 0;
        for (var at = Find(html, start, 0); at >= 0; at = Find(html, start, from))
        {
            var key = Find(html, KeyStart, at);
            var inner = Find(html, "\">", key);
            var close = Find(html, end, inner);
            between(html[from..at]);
            placeholder(html[(at + start.Length)..key], html[(key + KeyStart.Length)..inner], html[(inner + 2)..close]);
            from = close + end.Length;
        }

        between(html[from..]);
    }

    private static int Find(string html, string what, int from) => html.IndexOf(what, from, StringComparison.Ordinal);

    private static void AddHtml(List<BodyPart> parts, string html)
    {
        if (!string.IsNullOrWhiteSpace(html))
        {
            parts.Add(new BodyPart.Html(new SafeHtml(html)));
        }
    }

    private static SafeHtml Caption(string html)
    {
        var body = AllowedTree.Read(html);
        return new SafeHtml(body.Children is [{ LocalName: "p" } only] ? only.InnerHtml : html.Trim());
    }
}
