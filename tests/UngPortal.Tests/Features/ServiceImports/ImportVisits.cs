using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Sends packages as a browser does, and does what the worker does.</summary>
internal static class ImportVisits
{
    public const string Path = "/admin/tjenester/import";

    /// <summary>Sends files that are in one package.</summary>
    public static Task<HtmlPage> SendAsync(this HttpClient editor, params (string Name, byte[] Content)[] files) => editor.SendAsync("Prøveland", "hfu", files);

    public static Task<HtmlPage> SendAsync(this HttpClient editor, string origin, string type, params (string Name, byte[] Content)[] files) => editor.UploadAsync(
        new(StringComparer.Ordinal) { ["Opphav"] = origin, ["Type"] = type }, [.. files.Select(file => new MediaVisits.Part(file.Content, file.Name, "application/octet-stream", "Filer"))], Path);

    /// <summary>Sends a package that can be read. Returns the path of its report.</summary>
    public static async Task<string> ReportedAsync(this HttpClient editor, params (string Name, byte[] Content)[] files)
    {
        var page = await editor.SendAsync(files);
        Assert.True(page.Status == HttpStatusCode.Found, $"{page.Status}: {page.TextOf(".error-summary")}");
        return page.Response.Headers.Location!.OriginalString;
    }

    public static async Task<HtmlPage> StepAsync(this HttpClient editor, string report, string step, params string[] ticked)
    {
        var form = (await editor.OpenAsync(report)).Form(report).Where(field => field.Key is not ("steg" or "ta")).Append(KeyValuePair.Create("steg", step)).Concat(ticked.Select(id => KeyValuePair.Create("ta", id)));
        using var content = new FormUrlEncodedContent(form);
        return await HtmlPage.ReadAsync(await editor.PostAsync(new Uri(report, UriKind.Relative), content));
    }

    /// <summary>Takes in what the report shows.</summary>
    public static async Task ImportAsync(this PortalApp app, HttpClient editor, string report, params string[] ticked)
    {
        await editor.StepAsync(report, "importer", ticked);
        Assert.True(await app.WorkAsync());
    }

    /// <summary>Where the only import is, and how often it was begun.</summary>
    public static Task<(ImportRunState State, int Tries)> StateAsync(this PortalApp app) => app.InDatabaseAsync(async db => await db.ImportRuns.Select(run => new { run.State, run.Tries }).SingleAsync() is var run ? (run.State, run.Tries) : default);

    public static async Task<bool> WorkAsync(this PortalApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportWork>().DoOneAsync(CancellationToken.None);
    }

    public static async Task<byte[]> ExportAsync(this HttpClient editor, string format)
    {
        const string path = "/admin/tjenester/eksport";
        var form = (await editor.OpenAsync(path)).Form(path);
        form["Form"] = format;
        using var content = new FormUrlEncodedContent(form);
        using var answer = await editor.PostAsync(new Uri(path, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>How many rows of each outcome the report shows.</summary>
    public static async Task<Dictionary<RowOutcome, int>> CountsAsync(this HttpClient editor, string report)
    {
        var page = await editor.OpenAsync(report);
        return page.Document.QuerySelectorAll("a[href*='?vis=']").Select(link => (Outcome: Enum.Parse<RowOutcome>(link.GetAttribute("href")!.Split("vis=")[1].Split('&')[0]), Count: int.Parse(link.TextContent.Split(": ")[1], System.Globalization.CultureInfo.InvariantCulture)))
            .DistinctBy(pair => pair.Outcome).Where(pair => pair.Count > 0).ToDictionary(pair => pair.Outcome, pair => pair.Count);
    }

    /// <summary>A package of one service, which reaches people by its website alone.</summary>
    public static (string Name, byte[] Content) Json(string id, string name) => ("a.json", Bytes($"[{One(id, name)}]"));

    public static string One(string id, string name) =>
        $$"""{"id":"{{id}}","name":"{{name}}","status":"active","assured_date":"2026-10-01","url":"https://{{id}}.invalid/","service_areas":[{"id":"o","name":"Bærum"}]}""";

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
