using System.Globalization;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Conflicts that are ticked to be taken in anyway, on a report of two pages.</summary>
public sealed class ImportChoiceTests
{
    private const int Count = 103;

    [Fact]
    public async Task Ticks_ThatAreSavedOnEachPage_AllHold()
    {
        using var app = new PortalApp().WithoutWorkers();
        var report = await ConflictsAsync(app);
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var first = await editor.OpenAsync(report);
        Assert.Equal("Lagre valgene på denne siden", first.TextOf("button[value=lagre]"));

        Assert.Equal($"{report}?vis=&side=1&lagret=true", (await ChooseAsync(editor, report, 1, 2, 3)).Response.Headers.Location!.OriginalString);
        await ChooseAsync(editor, report + "?side=2", 101);
        await ChooseAsync(editor, report, 2, 4);

        first = await editor.OpenAsync(report + "?lagret=true");
        Assert.Equal("Valgene er lagret.", first.TextOf(".flash"));
        Assert.Equal(["Klubben 2 ny", "Klubben 4 ny"], first.TextsOf("tbody tr:has(input[checked]) th"));
        Assert.Contains("Lagret: 3 av 103 tas inn likevel.", first.TextOf("main"), StringComparison.Ordinal);
        await StepAsync(editor, report + "?side=2", "importer", 101, 103);
        Assert.True(await app.WorkAsync());

        Assert.Equal(["Klubben 101 ny", "Klubben 103 ny", "Klubben 2 ny", "Klubben 4 ny"], await TakenAsync(app));
    }

    [Fact]
    public async Task AnImport_FromAPageThatShowsNoConflicts_KeepsWhatWasTicked()
    {
        using var app = new PortalApp().WithoutWorkers();
        var report = await ConflictsAsync(app);
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await ChooseAsync(editor, report + "?vis=Conflict&side=2", 102);

        await StepAsync(editor, report + "?vis=New", "importer");
        Assert.True(await app.WorkAsync());

        Assert.Equal(["Klubben 102 ny"], await TakenAsync(app));
    }

    [Fact]
    public async Task ATick_ThatComesAfterTheImportWasAskedFor_ChangesNothing()
    {
        using var app = new PortalApp().WithoutWorkers();
        var report = await ConflictsAsync(app);
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var late = await FormAsync(editor, report, "lagre", 1);
        await StepAsync(editor, report, "importer", 5);

        Assert.Equal(report, (await SendAsync(editor, report, late)).Response.Headers.Location!.OriginalString);
        Assert.True(await app.WorkAsync());

        Assert.Equal(["Klubben 5 ny"], await TakenAsync(app));
    }

    [Fact]
    public async Task TwoEditors_WhoChooseAtOnce_OneIsRefused()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await editor.ReportedAsync(ImportVisits.Json("o1", "Klubben O"));
        await app.InDatabaseAsync(async first => await app.InDatabaseAsync(async second =>
        {
            (await first.ImportRuns.SingleAsync()).Choose();
            (await second.ImportRuns.SingleAsync()).Ask(1, app.Clock.GetUtcNow().UtcDateTime);
            await second.SaveChangesAsync();
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => first.SaveChangesAsync());
            return 0;
        }));
    }

    /// <summary>A report whose rows are all of services that staff have changed since.</summary>
    private static async Task<string> ConflictsAsync(PortalApp app)
    {
        using (var editor = await app.SignInAsAsync(StaffRole.Editor))
        {
            await app.ImportAsync(editor, await editor.ReportedAsync(Package("")));
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.InDatabaseAsync(async db =>
        {
            foreach (var service in await db.Services.Include(one => one.Channels).Include(one => one.Areas).Include(one => one.Location).Where(one => one.Slug.StartsWith("klubben-")).ToListAsync())
            {
                service.Edit(service.Facts(), db.Time.GetUtcNow().UtcDateTime);
            }

            return await db.SaveChangesAsync();
        });
        using var later = await app.SignInAsAsync(StaffRole.Editor);
        var report = await later.ReportedAsync(Package(" ny"));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Conflict] = Count }, await later.CountsAsync(report));
        return report;
    }

    private static (string Name, byte[] Content) Package(string after) =>
        ("a.json", ImportVisits.Bytes($"[{string.Join(',', Enumerable.Range(1, Count).Select(number => ImportVisits.One($"o{number}", $"Klubben {number}{after}")))}]"));

    private static Task<HtmlPage> ChooseAsync(HttpClient editor, string page, params int[] ticked) => StepAsync(editor, page, "lagre", ticked);

    private static async Task<HtmlPage> StepAsync(HttpClient editor, string page, string step, params int[] ticked) => await SendAsync(editor, page.Split('?')[0], await FormAsync(editor, page, step, ticked));

    /// <summary>What a browser sends of the page when these of its services, and no others, are ticked.</summary>
    private static async Task<List<KeyValuePair<string, string>>> FormAsync(HttpClient editor, string page, string step, params int[] ticked)
    {
        var opened = await editor.OpenAsync(page);
        var ids = ticked.Select(number => opened.Document.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent == string.Create(CultureInfo.InvariantCulture, $"Klubben {number} ny")).QuerySelector("input")!.GetAttribute("value")!);
        return [.. opened.Form(page.Split('?')[0]).Where(field => field.Key != "ta"), KeyValuePair.Create("steg", step), .. ids.Select(id => KeyValuePair.Create("ta", id))];
    }

    private static async Task<HtmlPage> SendAsync(HttpClient editor, string report, List<KeyValuePair<string, string>> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return await HtmlPage.ReadAsync(await editor.PostAsync(new Uri(report, UriKind.Relative), content));
    }

    private static async Task<List<string>> TakenAsync(PortalApp app) =>
        [.. (await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug.StartsWith("klubben-")).Select(service => service.Name).ToListAsync())).Select(name => name.In(Language.Bokmal)).Where(name => name.EndsWith(" ny", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
