using System.Net.Http.Headers;
using System.Text;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.MediaLibrary;

/// <summary>Uploads as a browser does, and as no browser would.</summary>
internal static class MediaVisits
{
    public const string New = "/admin/medier/ny";

    /// <summary>How long a picture may take here: the machine that tests run on is busy with other tests.</summary>
    public const string Patience = "00:03:00";

    /// <summary>One file part, its headers written as given.</summary>
    public sealed record Part(byte[] Content, string FileName, string ContentType = "image/jpeg", string Field = "Fil");

    public static Dictionary<string, string> Description(string alt = "En rød og en blå flate") => new(StringComparer.Ordinal)
    {
        ["AltNb"] = alt,
        ["Opphav"] = "Kari Prøve",
        ["Lisens"] = "Own",
    };

    /// <summary>Opens the form at the path and sends it with these fields and files.</summary>
    public static async Task<HtmlPage> UploadAsync(this HttpClient editor, Dictionary<string, string> fields, IReadOnlyList<Part> parts, string path = New)
    {
        var form = await HtmlPage.ReadAsync(await editor.GetAsync(new Uri(path, UriKind.Relative)));
        var all = form.Form(path);
        all.Remove("Fil");
        foreach (var (name, value) in fields)
        {
            all[name] = value;
        }

        using var body = new MemoryStream();
        const string boundary = "----prove";
        void Line(string text) => body.Write(Encoding.UTF8.GetBytes(text + "\r\n"));
        foreach (var (name, value) in all)
        {
            Line($"--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}");
        }

        foreach (var part in parts)
        {
            Line($"--{boundary}\r\nContent-Disposition: form-data; name=\"{part.Field}\"; filename=\"{part.FileName}\"\r\nContent-Type: {part.ContentType}\r\n");
            body.Write(part.Content);
            Line("");
        }

        Line($"--{boundary}--");
        using var content = new ByteArrayContent(body.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={boundary}");
        return await HtmlPage.ReadAsync(await editor.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    public static Task<HtmlPage> UploadAsync(this HttpClient editor, byte[] content, string fileName = "bilde.jpg", string contentType = "image/jpeg", string alt = "En rød og en blå flate") =>
        editor.UploadAsync(Description(alt), [new Part(content, fileName, contentType)]);

    /// <summary>Uploads a picture that is taken. Returns the path of its page.</summary>
    public static async Task<string> UploadedAsync(this HttpClient editor, byte[] content, string fileName = "bilde.jpg", string contentType = "image/jpeg", string alt = "En rød og en blå flate")
    {
        var page = await editor.UploadAsync(content, fileName, contentType, alt);
        Assert.True(page.Status == System.Net.HttpStatusCode.Found, $"{page.Status}: {page.TextOf(".error-summary")}");
        return page.Response.Headers.Location!.OriginalString.Split('?')[0];
    }

    public static async Task<HtmlPage> OpenAsync(this HttpClient editor, string path) => await HtmlPage.ReadAsync(await editor.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>Posts the fields to the path.</summary>
    public static async Task<HtmlPage> PostAsync(this HttpClient editor, string path, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await HtmlPage.ReadAsync(await editor.PostAsync(new Uri(path, UriKind.Relative), content));
    }

    /// <summary>The addresses of all files that a picture's page names.</summary>
    public static IReadOnlyList<string> FilesOf(HtmlPage page) =>
        [.. page.Document.QuerySelectorAll("picture [srcset]").SelectMany(source => source.GetAttribute("srcset")!.Split(", ")).Select(one => one.Split(' ')[0])];

    /// <summary>What lies in the store and at work.</summary>
    public static IReadOnlyList<string> KeptFiles(PortalApp app) =>
    [
        .. new[] { "library", "media-work" }.Select(folder => Path.Combine(app.Database.Folder, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories)).Where(path => Path.GetFileName(path).Length > 2),
    ];
}
