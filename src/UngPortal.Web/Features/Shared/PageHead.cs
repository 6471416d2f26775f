using Microsoft.AspNetCore.Mvc.ViewFeatures;
using UngPortal.Platform.Web;

namespace UngPortal.Features.Shared;

/// <summary>What the layout puts into the head of a page.</summary>
public sealed record PageHead(string Title)
{
    public string? Description { get; init; }

    /// <summary>The page's own path without language prefix; null keeps it out of search engines.</summary>
    public string? Path { get; init; }

    /// <summary>Where the language switch leads when the page has no address of its own.</summary>
    public string SwitchPath { get; init; } = "/";

    /// <summary>The languages the content really is in; null means all of the site's.</summary>
    public IReadOnlyCollection<string>? Languages { get; init; }

    public string? Image { get; init; }

    public string OpenGraphType { get; init; } = "website";

    public JsonLd? JsonLd { get; init; }

    /// <summary>Which part of the main menu is marked as current.</summary>
    public string? Section { get; init; }

    private const string Key = "PageHead";

    public static PageHead Of(ViewDataDictionary viewData) => viewData[Key] as PageHead ?? new PageHead("UngPortal");

    public void PutInto(ViewDataDictionary viewData) => viewData[Key] = this;
}
