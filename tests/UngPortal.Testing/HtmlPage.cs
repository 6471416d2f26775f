using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace UngPortal.Testing;

/// <summary>An answered page, parsed.</summary>
public sealed record HtmlPage(HttpStatusCode Status, HttpResponseMessage Response, string Text, IHtmlDocument Document)
{
    /// <summary>The text of the first element that the selector finds, white space folded; empty when there is none.</summary>
    public string TextOf(string selector) => string.Join(' ', (Document.QuerySelector(selector)?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The texts of all elements that the selector finds.</summary>
    public IReadOnlyList<string> TextsOf(string selector) => [.. Document.QuerySelectorAll(selector).Select(element => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>The addresses of all links on the page, as written.</summary>
    public IReadOnlyList<string> Links => [.. Document.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!)];

    /// <summary>Reads an answer.</summary>
    public static async Task<HtmlPage> ReadAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new HtmlPage(response.StatusCode, response, text, new HtmlParser().ParseDocument(text));
    }

    /// <summary>The fields of the form that posts to the action, filled in as the page has them.</summary>
    public Dictionary<string, string> Form(string action) => Document.QuerySelectorAll("form")
        .Where(form => form.GetAttribute("action") == action).OrderByDescending(form => form.GetAttribute("method") == "post").First()
        .QuerySelectorAll("input[name], textarea[name], select[name]")
        .Where(field => field is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false })
        .GroupBy(field => field.GetAttribute("name")!, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => ValueOf(group.Last()), StringComparer.Ordinal);

    private static string ValueOf(IElement field) => field switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        _ => field.GetAttribute("value") ?? "",
    };
}
