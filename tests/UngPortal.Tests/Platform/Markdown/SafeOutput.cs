using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace UngPortal.Tests.Platform.Markdown;

/// <summary>What may stand in rendered HTML, written a second time and apart from the product's own list.</summary>
public static partial class SafeOutput
{
    private static readonly string[] Elements =
    [
        "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "del", "a", "br", "hr", "blockquote", "code", "pre", "table",
        "thead", "tbody", "tr", "th", "td", "aside", "details", "summary", "div", "portal-embed", "portal-ref",
    ];

    /// <summary>Everything in the HTML that shouldn't be there, as a browser's parser sees it; also when it is parsed once more.</summary>
    public static IReadOnlyList<string> FaultsOf(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        var faults = new HtmlParser().ParseDocument(html).Head!.ChildNodes.Select(node => $"in head: {node.NodeName}")
            .Concat(body.Descendants<IComment>().Select(_ => "a comment"))
            .Concat(body.Attributes.Select(attribute => $"body {attribute.Name}"))
            .Concat(body.QuerySelectorAll("*").SelectMany(Faults))
            .ToList();
        if (body.InnerHtml != html)
        {
            faults.Add("the parser reads it differently from how it is written");
        }

        if (body.QuerySelectorAll("[id]").GroupBy(element => element.Id).Any(same => same.Count() > 1))
        {
            faults.Add("an id stands twice");
        }

        return faults;
    }

    private static IEnumerable<string> Faults(IElement element)
    {
        if (!Elements.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
        {
            yield return $"<{element.LocalName}>";
        }

        foreach (var attribute in element.Attributes)
        {
            var fits = (element.LocalName, attribute.Name) switch
            {
                ("a", "href") => Address().IsMatch(attribute.Value),
                ("h2" or "h3" or "h4", "id") => Id().IsMatch(attribute.Value),
                ("ol", "start") => attribute.Value.All(char.IsAsciiDigit),
                ("table", "tabindex") => attribute.Value == "0",
                ("portal-embed" or "portal-ref", "data-kind" or "data-key") => Key().IsMatch(attribute.Value),
                ("aside", "class") => attribute.Value == "fact-box",
                ("p", "class") => attribute.Value == "fact-box__title",
                ("blockquote", "class") => attribute.Value == "quote",
                ("details", "class") => attribute.Value == "accordion",
                ("div", "class") => attribute.Value == "accordion__body",
                _ => false,
            };
            if (!fits)
            {
                yield return $"<{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
            }
        }
    }

    [GeneratedRegex(@"^(?:https://[a-zA-Z0-9][a-zA-Z0-9.-]*(?:[/?#:][!-~]*)?|mailto:[\w.+-]+@[\w.-]+|tel:\+?\d+|#[!-~]*|/(?![/\\])[!-~]*)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^del-[a-z0-9-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[a-z0-9-]{1,100}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
