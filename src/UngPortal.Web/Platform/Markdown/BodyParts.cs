using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace UngPortal.Platform.Markdown;

/// <summary>Reads a saved body back: cuts it at its embeds, and gives its inline references an address and a name when the page is shown.</summary>
public static partial class BodyParts
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Default;

    /// <summary>The body in pieces, in order. What the allow-list doesn't know is dropped, whatever the text's origin.</summary>
    public static IReadOnlyList<BodyPart> Split(string bodyHtml)
    {
        var html = AllowedTree.Read(bodyHtml).InnerHtml;
        var parts = new List<BodyPart>();
        var from = 0;
        foreach (Match embed in EmbedPattern().Matches(html))
        {
            AddHtml(parts, html[from..embed.Index]);
            parts.Add(new BodyPart.Embed(embed.Groups[1].Value, embed.Groups[2].Value, Caption(embed.Groups[3].Value)));
            from = embed.Index + embed.Length;
        }

        AddHtml(parts, html[from..]);
        return parts;
    }

    /// <summary>Turns each reference into a link with the name that <paramref name="resolve"/> gives for its kind and key; one it doesn't know becomes its key as plain text.</summary>
    public static SafeHtml ReplaceRefs(SafeHtml html, Func<(string Kind, string Key), (string Href, string Text)?> resolve) =>
        new(RefPattern().Replace(html.ToString(), match => resolve((match.Groups[1].Value, match.Groups[2].Value)) switch
        {
            { } known when AllowList.IsAllowed(known.Href) => $"<a href=\"{Encoder.Encode(known.Href)}\">{Encoder.Encode(known.Text)}</a>",
            { } known => Encoder.Encode(known.Text),
            null => Encoder.Encode(KeyText(match.Groups[2].Value)),
        }));

    /// <summary>A key as words: hyphens become spaces.</summary>
    internal static string KeyText(string key) => key.Replace('-', ' ');

    private static void AddHtml(List<BodyPart> parts, string html)
    {
        if (!string.IsNullOrWhiteSpace(html))
        {
            parts.Add(new BodyPart.Html(new SafeHtml(html)));
        }
    }

    private static SafeHtml Caption(string html)
    {
        var text = html.Trim();
        var isOneParagraph = text.StartsWith("<p>", StringComparison.Ordinal) && text.EndsWith("</p>", StringComparison.Ordinal)
            && text.LastIndexOf("<p>", StringComparison.Ordinal) == 0;
        return new SafeHtml(isOneParagraph ? text[3..^4] : text);
    }

    [GeneratedRegex("<portal-embed data-kind=\"([a-z0-9-]+)\" data-key=\"([a-z0-9-]+)\">(.*?)</portal-embed>", RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex EmbedPattern();

    [GeneratedRegex("<portal-ref data-kind=\"([a-z0-9-]+)\" data-key=\"([a-z0-9-]+)\"></portal-ref>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex RefPattern();
}
