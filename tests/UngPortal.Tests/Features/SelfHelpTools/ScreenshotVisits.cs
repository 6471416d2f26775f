using Microsoft.EntityFrameworkCore;
using UngPortal.Features.SelfHelpTools;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.SelfHelpTools;

/// <summary>Opens and sends the page of a tool's pictures.</summary>
internal static class ScreenshotVisits
{
    public static List<string> Alts(this HtmlPage page) => [.. page.Document.QuerySelectorAll("textarea[name$='.Alt.Nb']").Select(field => field.TextContent)];

    public static Task<HtmlPage> OpenShotsAsync(this HttpClient editor, int id) => editor.OpenAsync($"/admin/verktoy/{id}/skjermbilder");

    public static Task<HtmlPage> SendShotsAsync(this HttpClient editor, int id, string? handler, HtmlPage page, params (string Field, string Value)[] more)
    {
        var path = $"/admin/verktoy/{id}/skjermbilder";
        var fields = page.Form(path);
        foreach (var (field, value) in more)
        {
            fields[field] = value;
        }

        return editor.PostAsync(handler is null ? path : $"{path}?handler={handler}", fields);
    }

    public static Task<string> SlugOfShownAsync(this PortalApp app, int id) => app.InDatabaseAsync(db => db.Tools.Where(tool => tool.Id == id).Select(tool => tool.Slug).SingleAsync());

    /// <summary>A tool, and so many pictures that it could be shown with.</summary>
    public static async Task<(int Tool, IReadOnlyList<string> Pictures)> WithPicturesAsync(this PortalApp app, int count)
    {
        var person = await app.HireAsync(roles: StaffRole.Editor);
        var house = await app.HouseIdAsync(StaffVisits.OwnHouse);
        var pictures = new List<string>();
        for (var number = 0; number < count; number++)
        {
            pictures.Add(await app.PictureOfAsync(house, person));
        }

        return (await app.ToolAsync(), pictures);
    }
}
