using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;

namespace UngPortal.Platform.Markdown;

/// <summary>The second and third lock: a parsed tree in which only what <see cref="AllowList"/> names is left.</summary>
public static class AllowedTree
{
    private static readonly HtmlSanitizer Sanitizer = CreateSanitizer();

    // Setting one up costs more than reading a paragraph with it, and it isn't made for two threads at once.
    private static readonly ThreadLocal<HtmlParser> Parser = new(() => new HtmlParser());

    /// <summary>The body of freshly rendered HTML after the sanitiser and our own stricter pass.</summary>
    public static IElement Sanitise(string html) => Enforce(Sanitizer.SanitizeDom(html).Body!);

    /// <summary>The body of HTML that was sanitised when it was saved; checked again, so that a changed row cannot become a script.</summary>
    public static IElement Read(string html) => Enforce(Parser.Value!.ParseDocument(html).Body!);

    private static IElement Enforce(IElement body)
    {
        foreach (var comment in body.Descendants<IComment>().ToList())
        {
            comment.Remove();
        }

        foreach (var element in body.QuerySelectorAll("*").ToList())
        {
            if (element.NamespaceUri != NamespaceNames.HtmlUri || !AllowList.Elements.TryGetValue(element.LocalName, out var allowed))
            {
                element.Remove();
                continue;
            }

            foreach (var attribute in element.Attributes.Where(a => !allowed.Contains(a.Name) || !AllowList.IsAllowed(a.Name, a.Value)).ToList())
            {
                element.RemoveAttribute(attribute.NamespaceUri!, attribute.LocalName);
                element.RemoveAttribute(attribute.Name);
            }

            Settle(element);
        }

        return body;
    }

    private static void Settle(IElement element)
    {
        switch (element.LocalName)
        {
            case "table":
                element.SetAttribute("tabindex", "0");
                break;
            case "portal-embed" when !HasKey(element) || element.ParentElement!.Closest("portal-embed, p") is not null:
                element.Replace([.. element.ChildNodes]);
                break;
            case "portal-ref" when !HasKey(element) || element.Closest("a, summary") is not null:
                element.Replace(element.Owner!.CreateTextNode(BodyParts.KeyText(element.GetAttribute("data-key") ?? "")));
                break;
            case "portal-ref":
                element.InnerHtml = "";
                break;
        }
    }

    /// <summary>Puts kind before key, so that every placeholder is written in one way.</summary>
    private static bool HasKey(IElement element)
    {
        if (element.GetAttribute("data-kind") is not { } kind || element.GetAttribute("data-key") is not { } key)
        {
            return false;
        }

        element.RemoveAttribute("data-kind");
        element.RemoveAttribute("data-key");
        element.SetAttribute("data-kind", kind);
        element.SetAttribute("data-key", key);
        return true;
    }

    private static HtmlSanitizer CreateSanitizer()
    {
        var sanitizer = new HtmlSanitizer(new HtmlSanitizerOptions
        {
            AllowedTags = AllowList.Elements.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedAttributes = AllowList.Elements.Values.SelectMany(names => names).ToHashSet(StringComparer.OrdinalIgnoreCase),
            AllowedSchemes = AllowList.Schemes.ToHashSet(StringComparer.OrdinalIgnoreCase),
            UriAttributes = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "href" },
            AllowedClasses = AllowList.Classes.ToHashSet(StringComparer.Ordinal),
        });
        sanitizer.FilterUrl += (_, link) => link.SanitizedUrl = AllowList.IsAllowed(link.OriginalUrl) ? link.OriginalUrl : null;
        return sanitizer;
    }
}
