using System.Text.Json;
using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>What every page must be, read from its HTML.</summary>
internal static class PageRules
{
    private const int LeastText = 20;
    private static readonly string[] Loading = ["script", "img", "video", "audio", "source", "track", "iframe", "embed", "object", "input"];

    /// <summary>The rules a page breaks.</summary>
    public static IEnumerable<(string Rule, string Fault)> Of(string path, HtmlPage page) =>
        Structure(path, page).Concat(Pictures(path, page)).Concat(Foreign(path, page)).Concat(Inline(path, page)).Concat(Language(path, page));

    private static IEnumerable<(string, string)> Structure(string path, HtmlPage page)
    {
        if (page.TextOf("main").Length < LeastText)
        {
            yield return ("empty", $"{path}: main");
        }

        if (page.Document.QuerySelectorAll("h1") is not [var h1] || string.IsNullOrWhiteSpace(h1.TextContent))
        {
            yield return ("h1", path);
        }

        foreach (var empty in page.Document.QuerySelectorAll("h2, h3, h4, a[href], button, li, label, summary, legend, title")
            .Where(element => string.IsNullOrWhiteSpace(element.TextContent) && element.QuerySelector("img[alt]:not([alt=''])") is null))
        {
            yield return ("empty", $"{path}: {empty.OuterHtml[..Math.Min(120, empty.OuterHtml.Length)]}");
        }

        foreach (var twice in page.Document.QuerySelectorAll("[id]").Select(element => element.Id!).GroupBy(id => id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return ("ids", $"{path}: {twice.Key}");
        }

        var level = 0;
        foreach (var heading in page.Document.QuerySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6"))
        {
            var next = heading.LocalName[1] - '0';
            if (next > level + 1)
            {
                yield return ("headings", $"{path}: {heading.LocalName} '{heading.TextContent.Trim()}' after level {level}");
            }

            level = next;
        }

        foreach (var reference in page.Document.QuerySelectorAll("[aria-labelledby], [aria-describedby], label[for]"))
        {
            var ids = new[] { "aria-labelledby", "aria-describedby", "for" }.SelectMany(name => (reference.GetAttribute(name) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries));
            foreach (var id in ids.Where(id => page.Document.GetElementById(id) is null))
            {
                yield return ("ids", $"{path}: {reference.LocalName} points to '{id}', which is not there");
            }
        }
    }

    private static IEnumerable<(string, string)> Pictures(string path, HtmlPage page) =>
        from picture in page.Document.QuerySelectorAll("img, video")
        where (picture.LocalName == "img" && !picture.HasAttribute("alt")) || !IsNumber(picture.GetAttribute("width")) || !IsNumber(picture.GetAttribute("height"))
        select ("pictures", $"{path}: {picture.OuterHtml}");

    private static bool IsNumber(string? text) => text is { Length: > 0 } && text.All(char.IsAsciiDigit);

    private static IEnumerable<(string, string)> Foreign(string path, HtmlPage page)
    {
        var loaded = page.Document.QuerySelectorAll(string.Join(',', Loading)).SelectMany(element => new[] { "src", "srcset", "poster", "data" }.Select(element.GetAttribute))
            .Concat(page.Document.QuerySelectorAll("link[href]").Where(link => link.GetAttribute("rel") is not ("canonical" or "alternate")).Select(link => link.GetAttribute("href")))
            .Concat(page.Document.QuerySelectorAll("form[action]").Select(form => form.GetAttribute("action")));
        foreach (var address in loaded.OfType<string>().Where(address => !address.StartsWith('/') || address.StartsWith("//", StringComparison.Ordinal)))
        {
            yield return ("third party", $"{path}: {address}");
        }

        foreach (var frame in page.Document.QuerySelectorAll("iframe, embed, object, base"))
        {
            yield return ("third party", $"{path}: {frame.OuterHtml}");
        }

        foreach (var link in page.Document.QuerySelectorAll("a[href]").Where(link => !IsSafe(link.GetAttribute("href")!)))
        {
            yield return ("links", $"{path}: {link.OuterHtml}");
        }
    }

    private static bool IsSafe(string address) =>
        (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal)) || address.StartsWith('#')
        || new[] { "https://", "tel:", "sms:", "mailto:" }.Any(scheme => address.StartsWith(scheme, StringComparison.Ordinal));

    private static IEnumerable<(string, string)> Inline(string path, HtmlPage page)
    {
        foreach (var element in page.Document.All)
        {
            if (element.HasAttribute("style") || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)))
            {
                yield return ("inline", $"{path}: {element.OuterHtml[..Math.Min(120, element.OuterHtml.Length)]}");
            }
        }

        foreach (var style in page.Document.QuerySelectorAll("style"))
        {
            yield return ("inline", $"{path}: {style.OuterHtml}");
        }

        foreach (var script in page.Document.QuerySelectorAll("script"))
        {
            if (script.GetAttribute("type") == "application/ld+json")
            {
                if (!IsThing(script.TextContent))
                {
                    yield return ("json-ld", $"{path}: {script.TextContent}");
                }
            }
            else if (!script.HasAttribute("src") || script.TextContent.Length > 0)
            {
                yield return ("inline", $"{path}: {script.OuterHtml}");
            }
        }
    }

    private static bool IsThing(string json)
    {
        try
        {
            using var thing = JsonDocument.Parse(json);
            return thing.RootElement.GetProperty("@context").GetString() == "https://schema.org" && thing.RootElement.GetProperty("@type").GetString() is { Length: > 0 };
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<(string, string)> Language(string path, HtmlPage page)
    {
        var expected = path.StartsWith("/nn/", StringComparison.Ordinal) || path == "/nn" ? "nn" : path.StartsWith("/en/", StringComparison.Ordinal) || path == "/en" ? "en" : "nb";
        if (page.Document.DocumentElement.GetAttribute("lang") != expected)
        {
            yield return ("language", path);
        }

        foreach (var part in page.Document.QuerySelectorAll("[lang]").Where(part => part.GetAttribute("lang") is not ("nb" or "nn" or "en")))
        {
            yield return ("language", $"{path}: {part.LocalName} lang='{part.GetAttribute("lang")}'");
        }

        foreach (var link in page.Document.QuerySelectorAll("a[href^='/']").Where(link => !link.HasAttribute("hreflang")))
        {
            var address = link.GetAttribute("href")!;
            var its = address.StartsWith("/nn/", StringComparison.Ordinal) || address == "/nn" ? "nn" : address.StartsWith("/en/", StringComparison.Ordinal) || address == "/en" ? "en" : "nb";
            if (its != expected)
            {
                yield return ("language", $"{path}: a link leads to {address}");
            }
        }
    }
}
