using System.Net;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Packages that are sent, looked at, taken in and taken out again.</summary>
public sealed class ImportTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task ASecondImport_OfTheSamePackage_ChangesNothing_AndAChangedOneOnlyWhatDiffers()
    {
        using var editor = await app.SignInAsAsync(StaffRole.ServiceAssurer);
        await TakeAsync(editor, "b1", "Klubben B");

        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Unchanged] = 1 }, await editor.CountsAsync(await editor.ReportedAsync(ImportVisits.Json("b1", "Klubben B"))));
        var changed = await editor.ReportedAsync(ImportVisits.Json("b1", "Klubben B2"));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Changed] = 1 }, await editor.CountsAsync(changed));
        Assert.Contains("navn", (await editor.OpenAsync(changed)).TextOf("tbody tr td:last-child"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUndo_PutsAllBack_ButLeavesWhatSomebodyHasChangedSince()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(editor, "c1", "Klubben C");
        var report = await editor.ReportedAsync(("b.json", ImportVisits.Bytes($"[{ImportVisits.One("c1", "Klubben C endret")},{ImportVisits.One("c2", "Klubben C to")},{ImportVisits.One("c3", "Klubben C tre")}]")));
        await app.ImportAsync(editor, report);
        await app.InDatabaseAsync(async db =>
        {
            var third = await db.Services.Include(service => service.Channels).Include(service => service.Areas).SingleAsync(service => service.Slug == "klubben-c-tre");
            third.Assure(new DateOnly(2026, 11, 23));
            return await db.SaveChangesAsync();
        });

        await editor.StepAsync(report, "angre");
        Assert.True(await app.WorkAsync());

        var page = await editor.OpenAsync(report);
        Assert.Contains("Klubben C tre", page.TextOf("h2 + ul"), StringComparison.Ordinal);
        Assert.Equal(["klubben-c", "klubben-c-tre"], await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug.StartsWith("klubben-c")).OrderBy(service => service.Slug).Select(service => service.Slug).ToListAsync()));
        Assert.Equal("Klubben C", (await app.InDatabaseAsync(db => db.Services.Where(service => service.Slug == "klubben-c").Select(service => service.Name).SingleAsync())).In(Language.Bokmal));
        Assert.Equal(["import-asked b.json", "import-undo-asked b.json", "import-undone 2 / 3", "services-imported 3; b.json"], (await app.AuditOfAsync($"import:{report.Split('/')[^1]}")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task StaffEdits_NewerThanTheFile_AreLeftUnlessTicked()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(editor, "d1", "Klubben D");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await EditAsync("klubben-d");
        var report = await editor.ReportedAsync(ImportVisits.Json("d1", "Klubben D ny"));
        Assert.Equal(new Dictionary<RowOutcome, int> { [RowOutcome.Conflict] = 1 }, await editor.CountsAsync(report));

        await app.ImportAsync(editor, report);
        Assert.Equal("Klubben D", await NameAsync("klubben-d"));
        var again = await editor.ReportedAsync(ImportVisits.Json("d1", "Klubben D ny"));
        await app.ImportAsync(editor, again, (await editor.OpenAsync(again)).Document.QuerySelector("input[name=ta]")!.GetAttribute("value")!);

        Assert.Equal("Klubben D ny", await NameAsync("klubben-d"));
    }

    [Fact]
    public async Task ARegister_ThatChangedSinceTheReport_IsLeftAlone()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await TakeAsync(editor, "e1", "Klubben E");
        var report = await editor.ReportedAsync(("b.json", ImportVisits.Bytes($"[{ImportVisits.One("e1", "Klubben E ny")},{ImportVisits.One("e2", "Klubben E to")}]")));
        await EditAsync("klubben-e");

        await app.ImportAsync(editor, report);

        Assert.Contains("Ingenting ble hentet inn", (await editor.OpenAsync(report)).TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Equal("Klubben E", await NameAsync("klubben-e"));
        Assert.False(await app.InDatabaseAsync(db => db.Services.AnyAsync(service => service.Slug == "klubben-e-to")));
    }

    [Fact]
    public async Task ASecondPress_AndASecondWorker_DoNothingTwice()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(ImportVisits.Json("f1", "Klubben F"));
        await editor.StepAsync(report, "importer");
        var underway = await editor.OpenAsync(report);
        Assert.NotNull(underway.Document.QuerySelector("progress"));
        Assert.Equal("2", underway.Response.Headers.GetValues("Refresh").Single());

        Assert.Equal(HttpStatusCode.Redirect, (await editor.StepAsync(report, "importer")).Status);
        Assert.True(await app.WorkAsync());
        Assert.False(await app.WorkAsync());

        Assert.Equal(1, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug.StartsWith("klubben-f"))));
    }

    [Fact]
    public async Task AnImport_ThatDiesMidway_HasNotHappened_AndIsBegunAnew()
    {
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(("b.json", ImportVisits.Bytes($"[{ImportVisits.One("h1", "Klubben H")},{ImportVisits.One("h2", "Klubben H to")}]")));
        await editor.StepAsync(report, "importer");
        if (!await app.InDatabaseAsync(db => Task.FromResult(db.Database.IsSqlite())))
        {
            return; // The trigger is SQLite's.
        }

        await app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Dies BEFORE INSERT ON ServiceForeignIds BEGIN SELECT RAISE(ABORT, 'dies'); END"));

        await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug.StartsWith("klubben-h"))));
        await app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER Dies"));
        Assert.True(await app.WorkAsync());

        Assert.Equal(2, await app.InDatabaseAsync(db => db.Services.CountAsync(service => service.Slug.StartsWith("klubben-h"))));
        Assert.Contains("Hentet inn", (await editor.OpenAsync(report)).TextOf("[role=status]"), StringComparison.Ordinal);
    }

    private Task<string> NameAsync(string slug) => app.InDatabaseAsync(async db => (await db.Services.Where(service => service.Slug == slug).Select(service => service.Name).SingleAsync()).In(Language.Bokmal));

    private Task<int> EditAsync(string slug) => app.InDatabaseAsync(async db =>
    {
        var service = await db.Services.Include(one => one.Channels).Include(one => one.Areas).Include(one => one.Location).SingleAsync(one => one.Slug == slug);
        service.Edit(service.Facts(), db.Time.GetUtcNow().UtcDateTime);
        return await db.SaveChangesAsync();
    });

    private async Task TakeAsync(HttpClient editor, string id, string name) => await app.ImportAsync(editor, await editor.ReportedAsync(ImportVisits.Json(id, name)));
}
