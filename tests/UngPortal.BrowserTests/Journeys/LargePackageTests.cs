using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Importing;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>Packages that are too large: refused before they are sent, or in words.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class LargePackageTests(BrowserSite site)
{
    [Fact]
    public async Task Package_ThatIsTooLarge_IsRefusedBeforeItIsSent()
    {
        await using var editor = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.Editor), AskingVisits.Phone);
        await editor.OpenAsync("/admin/tjenester/import");
        var sent = 0;
        editor.Page.Request += (_, request) => sent += request.Method == "POST" ? 1 : 0;
        using var large = new LargeFile(200);
        await editor.Page.SetInputFilesAsync("#Filer", large.Path);
        await Assertions.Expect(editor.Page.Locator("#Filer-for-stor")).ToContainTextAsync("Filene er for store til sammen");
        await editor.Page.FillAsync("#Opphav", "Prøveland");
        await editor.PressAsync("Les pakken");

        await Assertions.Expect(editor.Page.Locator("#Filer")).ToBeFocusedAsync();
        Assert.Equal("Prøveland", await editor.Page.InputValueAsync("#Opphav"));
        Assert.Equal(0, sent);
        await editor.ExpectNoViolationsAsync();

        await editor.Page.SetInputFilesAsync("#Filer", new FilePayload { Name = "tabell.csv", MimeType = "text/csv", Buffer = "navn;slag"u8.ToArray() });
        await Assertions.Expect(editor.Page.Locator("#Filer-for-stor")).ToBeHiddenAsync();
    }

    /// <summary>Without a script all of it is sent, and the server’s word is shown instead of a connection that broke.</summary>
    [Fact]
    public async Task Package_ThatIsTooLarge_IsRefusedInWords_WithoutScript()
    {
        await using var editor = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.Editor), AskingVisits.Phone, javaScript: false);
        await editor.OpenAsync("/admin/tjenester/import");
        var before = await site.App.InDatabaseAsync(db => db.ImportRuns.CountAsync());
        using var large = new LargeFile(200);
        await editor.Page.SetInputFilesAsync("#Filer", large.Path);
        await editor.Page.FillAsync("#Opphav", "Prøveland");
        var answer = await editor.Page.RunAndWaitForResponseAsync(() => editor.PressAsync("Les pakken"), response => response.Request.Method == "POST", new() { Timeout = 2 * Visit.Patience });

        Assert.Equal(413, answer.Status);
        await Assertions.Expect(editor.Page.Locator("h1")).ToHaveTextAsync("Filen er for stor");
        Assert.Equal(before, await site.App.InDatabaseAsync(db => db.ImportRuns.CountAsync()));
    }

    /// <summary>No browser sends without a length; a program may, and is stopped where it is too large.</summary>
    [Fact]
    public async Task Package_ThatDoesNotSayHowLargeItIs_IsStoppedInWords()
    {
        var (name, value) = await site.App.BeginSessionAsync(await site.App.HireAsync(roles: StaffRole.Editor));
        using var client = new HttpClient { BaseAddress = new Uri(site.Origin) };
        client.DefaultRequestHeaders.Add("Cookie", $"{name}={value}");
        client.DefaultRequestHeaders.Add("Origin", site.Origin);
        var body = Encoding.UTF8.GetBytes($"--prove\r\nContent-Disposition: form-data; name=\"Filer\"; filename=\"stor.zip\"\r\n\r\n{new string('a', PackageLimitAttribute.BytesMost + (1024 * 1024))}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/tjenester/import") { Content = new StreamContent(new MemoryStream(body)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=prove");
        request.Headers.TransferEncodingChunked = true;

        using var answer = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Filen er for stor", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A file of so many megabytes that say nothing.</summary>
    private sealed class LargeFile : IDisposable
    {
        public LargeFile(int megabytes)
        {
            using var file = File.Create(Path);
            file.SetLength(megabytes * 1024L * 1024);
        }

        public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");

        public void Dispose() => File.Delete(Path);
    }
}
