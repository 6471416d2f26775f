using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Accessibility;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Importing;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A package with errors on a phone, by clicking: looked at, taken in, taken back. And packages that are too large.</summary>
[Collection(StaffSiteCollection.Name)]
public sealed class ImportTests(BrowserSite site)
{
    private const string Table = """
        navn;slag;type;kommune;kilde;vei1_slag;vei1_adresse;vei1_vist;vei1_tider
        Klubben vi henter inn;local;hfu;1857;https://klubb.invalid/;phone;+4722400042;22 40 00 42;man-fre 9.00-15.30
        Klubben uten kommune;local;hfu;9999;https://klubb.invalid/;phone;+4722400043;22 40 00 43;man-fre 9.00-15.30
        Klubben som åpner kl. 25;local;hfu;1857;https://klubb.invalid/;phone;+4722400044;22 40 00 44;man-fre 25.00-26.00

        """;

    [Fact]
    public async Task Package_WithErrors_IsTakenInAndTakenBack_ByClicking()
    {
        await using var editor = await site.EnterAsync(await site.App.HireAsync(roles: StaffRole.Editor), AskingVisits.Phone);
        await editor.OpenAsync("/admin/tjenester/import");
        await editor.Page.SetInputFilesAsync("#Filer", new FilePayload { Name = "tabell.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await PressAsync(editor, "Les pakken");
        await Assertions.Expect(editor.Page.Locator(".error-summary")).ToContainTextAsync("Skriv hvem pakken kommer fra");
        await editor.Page.SetInputFilesAsync("#Filer", new FilePayload { Name = "tabell.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await editor.Page.FillAsync("#Opphav", "Prøveland");
        await PressAsync(editor, "Les pakken");
        await editor.ArriveAsync("**/admin/tjenester/import/*");

        var rows = editor.Page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions.Expect(rows.Filter(new() { HasText = "Klubben uten kommune" })).ToContainTextAsync("tabell.csv, linje 3, kolonne kommune");
        await Assertions.Expect(rows.Filter(new() { HasText = "Klubben som åpner kl. 25" })).ToContainTextAsync("tabell.csv, linje 4, kolonne vei1_tider");
        await ExpectNoViolationsAsync(editor);
        var file = await editor.Page.RunAndWaitForDownloadAsync(() => PressAsync(editor, "Last ned rapporten"));
        Assert.Equal("rapport.csv", file.SuggestedFilename);
        Assert.Contains("Vi finner ikke kommunen: 9999 (tabell.csv, linje 3, kolonne kommune)", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);

        await PressAsync(editor, "Gjør det rapporten viser");
        await Assertions.Expect(editor.Page.Locator("progress")).ToBeVisibleAsync();
        await ExpectNoViolationsAsync(editor);
        await WorkAsync();

        // Nobody touches the page: it looks again by itself.
        await Assertions.Expect(editor.Page.Locator("main [role=status] strong")).ToHaveTextAsync("Hentet inn", new() { Timeout = Visit.Patience });
        await Assertions.Expect(editor.Page.Locator("main")).ToContainTextAsync("Kan angres til");
        var report = editor.Path;
        await editor.OpenAsync("/admin/tjenester?q=klubben-vi-henter");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Klubben vi henter inn" })).ToBeVisibleAsync();

        await editor.OpenAsync(report);
        await PressAsync(editor, "Angre hele innhentingen");
        await Assertions.Expect(editor.Page.Locator("main [role=status] strong")).ToHaveTextAsync("Angres");
        await WorkAsync();
        await Assertions.Expect(editor.Page.Locator("main [role=status] strong")).ToHaveTextAsync("Angret", new() { Timeout = Visit.Patience });
        await editor.OpenAsync("/admin/tjenester?q=klubben-vi-henter");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Klubben vi henter inn" })).ToHaveCountAsync(0);
        Assert.Empty(await editor.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

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
        await PressAsync(editor, "Les pakken");

        await Assertions.Expect(editor.Page.Locator("#Filer")).ToBeFocusedAsync();
        Assert.Equal("Prøveland", await editor.Page.InputValueAsync("#Opphav"));
        Assert.Equal(0, sent);
        await ExpectNoViolationsAsync(editor);

        await editor.Page.SetInputFilesAsync("#Filer", new FilePayload { Name = "tabell.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
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
        var answer = await editor.Page.RunAndWaitForResponseAsync(() => PressAsync(editor, "Les pakken"), response => response.Request.Method == "POST", new() { Timeout = 2 * Visit.Patience });

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

    private static Task PressAsync(Visit visit, string button) => visit.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).PressAsync("Enter");

    private static async Task ExpectNoViolationsAsync(Visit visit)
    {
        await Axe.AddAsync(visit.Page);
        Assert.Empty(await Axe.ViolationsAsync(visit.Page));
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), visit.Path);
    }

    private async Task WorkAsync()
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportWork>().DoOneAsync(CancellationToken.None);
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
