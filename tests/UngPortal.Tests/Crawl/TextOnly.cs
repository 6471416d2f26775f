using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>What somebody wrote may stand on a page, but nothing of it has become an element, an attribute or an address.</summary>
internal static class TextOnly
{
    public static void AssertIsText(HtmlPage page, string script)
    {
        Assert.DoesNotContain(page.Document.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" || (attribute.Name == "formaction" && !attribute.Value.StartsWith("/admin/", StringComparison.Ordinal))));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("[href], [src], [action]"), element =>
            new[] { "href", "src", "action" }.Select(element.GetAttribute).OfType<string>().Any(address => address.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) || address.Contains("//evil", StringComparison.Ordinal)));
        Assert.Empty(page.Document.QuerySelectorAll("iframe, object, embed, base, style, marquee, math, template, xss, x"));
        if (script.Contains('<', StringComparison.Ordinal))
        {
            Assert.DoesNotContain(script, page.Text, StringComparison.Ordinal);
        }
    }
}
