using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;

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
    public static IReadOnlyList<BodyPart> Split(string bodyHtml) => Split(AllowedTree.Read(bodyHtml));

    /// <summary>The same of a body that was read before.</summary>
    internal static IReadOnlyList<BodyPart> Split(IElement body)
    {
        var parts = new List<BodyPart>();
        Walk(body.InnerHtml, EmbedStart, EmbedEnd, html => AddHtml(parts, html), (kind, key, caption) =>
            parts.Add(new BodyPart.Embed(kind, key, Caption(caption))));
        return parts;
    }

    /// <summary>Turns each reference into the words and links that <paramref name="resolve"/> gives for its kind and key; one it doesn't know becomes its key as plain text.</summary>
    public static SafeHtml ReplaceRefs(SafeHtml html, Func<(string Kind, string Key), IReadOnlyList<RefPiece>?> resolve)
    {
        var replaced = new StringBuilder();
        Walk(html.ToString(), RefStart, RefEnd, text => replaced.Append(text), (kind, key, _) =>
            replaced.AppendJoin("", (resolve((kind, key)) ?? [new RefPiece(KeyText(key))]).Select(Written)));
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

    private static string Written(RefPiece piece)
    {
        var text = Encoder.Encode(piece.Text);
        var label = piece.Label is null ? "" : $" aria-label=\"{Encoder.Encode(piece.Label)}\"";
        return piece.Href is { } href && AllowList.IsAllowed(href) ? $"<a href=\"{Encoder.Encode(href)}\"{label}>{text}</a>" : text;
    }

    private static SafeHtml Caption(string html)
    {
        var body = AllowedTree.Read(html);
        return new SafeHtml(body.Children is [{ LocalName: "p" } only] ? only.InnerHtml : html.Trim());
    }
}
