using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Kernel;
using UngPortal.Testing;

namespace UngPortal.BrowserTests.Journeys;

/// <summary>A package with errors on a phone, by clicking: looked at, taken in, taken back.</summary>
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
        await editor.PressAsync("Les pakken");
        await Assertions.Expect(editor.Page.Locator(".error-summary")).ToContainTextAsync("Skriv hvem pakken kommer fra");
        await editor.Page.SetInputFilesAsync("#Filer", new FilePayload { Name = "tabell.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Table) });
        await editor.Page.FillAsync("#Opphav", "Prøveland");
        await editor.PressAsync("Les pakken");
        await editor.ArriveAsync("**/admin/tjenester/import/*");

        var rows = editor.Page.Locator("tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(3);
        await Assertions.Expect(rows.Filter(new() { HasText = "Klubben uten kommune" })).ToContainTextAsync("tabell.csv, linje 3, kolonne kommune");
        await Assertions.Expect(rows.Filter(new() { HasText = "Klubben som åpner kl. 25" })).ToContainTextAsync("tabell.csv, linje 4, kolonne vei1_tider");
        await editor.ExpectNoViolationsAsync();
        var file = await editor.Page.RunAndWaitForDownloadAsync(() => editor.PressAsync("Last ned rapporten"));
        Assert.Equal("rapport.csv", file.SuggestedFilename);
        Assert.Contains("Vi finner ikke kommunen: 9999 (tabell.csv, linje 3, kolonne kommune)", await File.ReadAllTextAsync(await file.PathAsync()), StringComparison.Ordinal);

        await editor.PressAsync("Gjør det rapporten viser");
        await Assertions.Expect(editor.Page.Locator("progress")).ToBeVisibleAsync();
        await editor.ExpectNoViolationsAsync();
        await WorkAsync();

        // Nobody touches the page: it looks again by itself.
        await Assertions.Expect(editor.Page.Locator("main [role=status] strong")).ToHaveTextAsync("Hentet inn", new() { Timeout = Visit.Patience });
        await Assertions.Expect(editor.Page.Locator("main")).ToContainTextAsync("Kan angres til");
        var report = editor.Path;
        await editor.OpenAsync("/admin/tjenester?q=klubben-vi-henter");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Klubben vi henter inn" })).ToBeVisibleAsync();

        await editor.OpenAsync(report);
        await editor.PressAsync("Angre hele innhentingen");
        await Assertions.Expect(editor.Page.Locator("main [role=status] strong")).ToHaveTextAsync("Angres");
        await WorkAsync();
        await Assertions.Expect(editor.Page.Locator("main [role=status] strong")).ToHaveTextAsync("Angret", new() { Timeout = Visit.Patience });
        await editor.OpenAsync("/admin/tjenester?q=klubben-vi-henter");
        await Assertions.Expect(editor.Page.GetByRole(AriaRole.Link, new() { Name = "Klubben vi henter inn" })).ToHaveCountAsync(0);
        Assert.Empty(await editor.Page.EvaluateAsync<string[]>("window.policyViolations"));
    }

    private async Task WorkAsync()
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ImportWork>().DoOneAsync(CancellationToken.None);
    }
}
