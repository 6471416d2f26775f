using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace UngPortal.Platform.Web;

/// <summary>Draws one of the site's own line icons: <c>&lt;icon name="phone" /&gt;</c>. Icons are decoration; the text beside them says it all.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class Icon : TagHelper
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["search"] = "M18 11a7 7 0 1 1-14 0 7 7 0 0 1 14 0Zm2 9-4-4",
        ["menu"] = "M4 7h16M4 12h16M4 17h16",
        ["phone"] = "M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3Z",
        ["chat"] = "M4 5h16v11H10l-5 4v-4H4Z",
        ["message"] = "M4 5h16v11H10l-5 4v-4H4Zm4 5.500v.1m4-.1v.1m4-.1v.1",
        ["camera"] = "M3 7h12v10H3Zm12 4 6-3v8l-6-3",
        ["close"] = "m6 6 12 12M18 6 6 18",
        ["arrow"] = "M5 12h14m-6-6 6 6-6 6",
        ["play"] = "M8 5v14l11-7Z",
        ["clock"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-9-5v5l3 2",
        ["calendar"] = "M4 6h16v14H4ZM4 11h16M8 3v5m8-5v5",
        ["check"] = "m4 12 6 6L20 6",
        ["share"] = "M12 15V3m-5 5 5-5 5 5M5 13v7h14v-7",
        ["link"] = "M10 14a5 5 0 0 0 7 0l3-3a5 5 0 0 0-7-7l-1 1m2 5a5 5 0 0 0-7 0l-3 3a5 5 0 0 0 7 7l1-1",
        ["settings"] = "M4 7h9m5 0h2M4 17h2m5 0h9M18 7a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0Zm-7 10a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0Z",
        ["heart"] = "M12 20S4 15 4 9a4 4 0 0 1 8-1.500A4 4 0 0 1 20 9c0 6-8 11-8 11Z",
        ["warning"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Zm-9-5v6m0 3.500v.1",
        ["moon"] = "M19 15A8 8 0 0 1 9 5a8 8 0 1 0 10 10Z",
        ["globe"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM3 12h18M12 3c3 3 3 15 0 18-3-3-3-15 0-18Z",
        ["person"] = "M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4 21c1-5 4-6 8-6s7 1 8 6",
        ["book"] = "M4 5c4-1 6 0 8 2 2-2 4-3 8-2v13c-4-1-6 0-8 2-2-2-4-3-8-2Zm8 2v13",
        ["pin"] = "M12 21s7-6.500 7-11a7 7 0 1 0-14 0c0 4.500 7 11 7 11Zm2.500-11a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0Z",
        ["question"] = "M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0ZM9 9.500a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.100m0 2.700v.1",
    };

    /// <summary>Which icon; an unknown name is a programming error and throws.</summary>
    public required string Name { get; set; }

    /// <summary>The same without a helper, for the parts that every page has; an unknown name throws.</summary>
    public static IHtmlContent Of(string name)
    {
        var (svg, path) = (new TagBuilder("svg"), new TagBuilder("path"));
        svg.Attributes["class"] = "icon";
        svg.Attributes["viewBox"] = "0 0 24 24";
        svg.Attributes["aria-hidden"] = "true";
        path.Attributes["d"] = Shapes[name];
        svg.InnerHtml.SetHtmlContent(path);
        return svg;
    }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Of(Name));
    }
}
