using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Imports and undos whose process is killed each time that it works on them.</summary>
public sealed class ImportKillTests
{
    [Fact]
    public async Task AnImport_WhoseProcessIsKilledEachTime_IsGivenUpAfterTheThirdStart()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(ImportVisits.Json("n1", "Klubben N"));
        await editor.StepAsync(report, "importer");
        if (!await app.InDatabaseAsync(db => Task.FromResult(db.Database.IsSqlite())))
        {
            return; // The trigger is SQLite's.
        }

        await KilledEachTimeAsync(app, ImportRunState.Asked);

        Assert.True(await app.WorkAsync());
        Assert.False(await app.WorkAsync());

        using var later = await app.SignInAsAsync(StaffRole.Editor);
        var page = await later.OpenAsync(report);
        Assert.Contains("stanset tre ganger. Ingenting ble hentet inn. Les pakken på nytt.", page.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("progress, button[value=importer], button[value=angre]"));
        Assert.Contains("import-failed killed", await app.AuditOfAsync($"import:{report.Split('/')[^1]}"));
        Assert.Equal(0, await NamedAsync(app, "klubben-n"));
    }

    [Fact]
    public async Task AnUndo_WhoseProcessIsKilledEachTime_LeavesAllAsItWas_AndMayBeAskedForAgain()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(ImportVisits.Json("n5", "Klubben N fem"));
        await editor.StepAsync(report, "importer");
        Assert.True(await app.WorkAsync());
        await editor.StepAsync(report, "angre");
        if (!await app.InDatabaseAsync(db => Task.FromResult(db.Database.IsSqlite())))
        {
            return; // The trigger is SQLite's.
        }

        await KilledEachTimeAsync(app, ImportRunState.UndoAsked);

        Assert.True(await app.WorkAsync());
        Assert.Equal((ImportRunState.Done, ImportRun.TriesMost), await app.StateAsync());
        using var later = await app.SignInAsAsync(StaffRole.Editor);
        Assert.Contains("Angringen stanset tre ganger. Alt står som før du angret.", (await later.OpenAsync(report)).TextOf("main"), StringComparison.Ordinal);
        Assert.Equal(1, await NamedAsync(app, "klubben-n-fem"));

        await later.StepAsync(report, "angre");
        Assert.True(await app.WorkAsync());
        Assert.Equal((ImportRunState.Undone, 0), await app.StateAsync());
        Assert.Equal(0, await NamedAsync(app, "klubben-n-fem"));
    }

    private static async Task KilledEachTimeAsync(PortalApp app, ImportRunState state)
    {
        // Who is killed has saved nothing after the start: neither an end nor that it stopped.
        await SqlAsync(app, "CREATE TRIGGER Kills BEFORE UPDATE ON ImportRuns WHEN NEW.ClaimedUntil IS NULL BEGIN SELECT RAISE(ABORT, 'killed'); END");
        for (var start = 1; start <= ImportRun.TriesMost; start++)
        {
            await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
            Assert.False(await app.WorkAsync());
            Assert.Equal((state, start), await app.StateAsync());
            app.Clock.Advance(ImportRun.Lease);
        }

        await SqlAsync(app, "DROP TRIGGER Kills");
    }

    private static Task<int> NamedAsync(PortalApp app, string slug) => app.InDatabaseAsync(db => db.Set<Service>().CountAsync(service => service.Slug == slug));

    private static Task<int> SqlAsync(PortalApp app, string text) => app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(text));
}
