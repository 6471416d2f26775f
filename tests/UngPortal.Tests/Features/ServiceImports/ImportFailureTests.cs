using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Imports whose work stops: the database refuses something of them. The triggers are SQLite’s.</summary>
public sealed class ImportFailureTests(PortalApp app) : IClassFixture<PortalApp>
{
    [Fact]
    public async Task AnImport_ThatKeepsStopping_IsGivenUp_AndOthersGoOnMeanwhile()
    {
        if (!await IsSqliteAsync())
        {
            return;
        }

        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var broken = await editor.ReportedAsync(ImportVisits.Json("k1", "Klubben K"));
        var good = await editor.ReportedAsync(ImportVisits.Json("k2", "Klubben K to"));
        await editor.StepAsync(broken, "importer");
        await editor.StepAsync(good, "importer");
        await SqlAsync("CREATE TRIGGER Stops BEFORE INSERT ON ServiceForeignIds WHEN NEW.ForeignId = 'k1' BEGIN SELECT RAISE(ABORT, 'stops'); END");

        await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
        Assert.True(await app.WorkAsync());
        Assert.Equal(["klubben-k-to"], await SlugsAsync("klubben-k"));
        await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
        Assert.Contains("Hentes inn", (await editor.OpenAsync(broken)).TextOf("[role=status]"), StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
        Assert.False(await app.WorkAsync());

        var page = await editor.OpenAsync(broken);
        Assert.Contains("stanset tre ganger. Ingenting ble hentet inn. Les pakken på nytt.", page.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("progress, button[value=importer], button[value=angre]"));
        Assert.False(page.Response.Headers.Contains("Refresh"));
        Assert.Equal(["klubben-k-to"], await SlugsAsync("klubben-k"));
        Assert.Single(await app.AuditOfAsync($"import:{broken.Split('/')[^1]}"), entry => entry.StartsWith("import-failed ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnUndo_ThatKeepsStopping_LeavesTheImportDone_AndMayBeAskedForAgain()
    {
        if (!await IsSqliteAsync())
        {
            return;
        }

        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(ImportVisits.Json("l1", "Klubben L"));
        await app.ImportAsync(editor, report);
        await editor.StepAsync(report, "angre");
        await SqlAsync("CREATE TRIGGER Holds BEFORE DELETE ON Services BEGIN SELECT RAISE(ABORT, 'holds'); END");
        for (var time = 0; time < ImportRun.TriesMost; time++)
        {
            await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
        }

        Assert.False(await app.WorkAsync());
        var page = await editor.OpenAsync(report);
        Assert.Equal("Hentet inn", page.TextOf("[role=status] strong"));
        Assert.Contains("Alt står som før du angret", page.TextOf("[role=alert]"), StringComparison.Ordinal);
        Assert.Equal(["klubben-l"], await SlugsAsync("klubben-l"));
        await SqlAsync("DROP TRIGGER Holds");

        await editor.StepAsync(report, "angre");
        Assert.True(await app.WorkAsync());

        Assert.Empty(await SlugsAsync("klubben-l"));
        Assert.Empty((await editor.OpenAsync(report)).Document.QuerySelectorAll("[role=alert]"));
    }

    private Task<bool> IsSqliteAsync() => app.InDatabaseAsync(db => Task.FromResult(db.Database.IsSqlite()));

    private Task<int> SqlAsync(string text) => app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(text));

    private Task<List<string>> SlugsAsync(string start) => app.InDatabaseAsync(db => db.Set<UngPortal.Features.Services.Service>().Where(service => service.Slug.StartsWith(start)).OrderBy(service => service.Slug).Select(service => service.Slug).ToListAsync());
}
