using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>Imports whose process ends in the middle: killed, or in good order.</summary>
public sealed class ImportTriesTests
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

        // Who is killed has saved nothing after the start: neither an end nor that it stopped.
        await SqlAsync(app, "CREATE TRIGGER Kills BEFORE UPDATE ON ImportRuns WHEN NEW.ClaimedUntil IS NULL BEGIN SELECT RAISE(ABORT, 'killed'); END");
        for (var start = 1; start <= ImportRun.TriesMost; start++)
        {
            await Assert.ThrowsAnyAsync<Exception>(app.WorkAsync);
            Assert.False(await app.WorkAsync());
            Assert.Equal((ImportRunState.Asked, start), await StateAsync(app));
            app.Clock.Advance(ImportRun.Lease);
        }

        await SqlAsync(app, "DROP TRIGGER Kills");
        Assert.True(await app.WorkAsync());
        Assert.False(await app.WorkAsync());

        using var later = await app.SignInAsAsync(StaffRole.Editor);
        var page = await later.OpenAsync(report);
        Assert.Contains("stanset tre ganger. Ingenting ble hentet inn. Les pakken på nytt.", page.TextOf("[role=status]"), StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("progress, button[value=importer], button[value=angre]"));
        Assert.Contains("import-failed killed", await app.AuditOfAsync($"import:{report.Split('/')[^1]}"));
        Assert.Equal(0, await app.InDatabaseAsync(db => db.Set<UngPortal.Features.Services.Service>().CountAsync(service => service.Slug == "klubben-n")));
    }

    [Fact]
    public async Task AnImport_ThatWasKilledTwice_IsTakenInByTheThirdStart()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(ImportVisits.Json("n2", "Klubben N to"));
        await editor.StepAsync(report, "importer");
        for (var start = 1; start < ImportRun.TriesMost; start++)
        {
            await app.InDatabaseAsync(async db =>
            {
                Assert.True((await db.ImportRuns.SingleAsync()).Begin(app.Clock.GetUtcNow().UtcDateTime));
                return await db.SaveChangesAsync();
            });
            app.Clock.Advance(ImportRun.Lease);
        }

        Assert.True(await app.WorkAsync());

        Assert.Equal((ImportRunState.Done, 0), await StateAsync(app));
    }

    [Fact]
    public async Task AnImport_ThatTheSiteEndsInGoodOrder_LosesNoTry_AndIsBegunAnewAtOnce()
    {
        using var app = new EndingApp();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        var report = await editor.ReportedAsync(ImportVisits.Json("n3", "Klubben N tre"));
        await editor.StepAsync(report, "importer");

        for (var end = 0; end <= ImportRun.TriesMost; end++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            using var stopping = app.EndsAtNextImport();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scope.ServiceProvider.GetRequiredService<ImportWork>().DoOneAsync(stopping.Token));
            Assert.True(stopping.IsCancellationRequested);
            Assert.Equal((ImportRunState.Asked, 0), await StateAsync(app));
        }

        Assert.True(await app.WorkAsync());
        Assert.Equal((ImportRunState.Done, 0), await StateAsync(app));
    }

    [Fact]
    public async Task TwoNodes_ThatBeginAtOnce_AreOne()
    {
        using var app = new PortalApp().WithoutWorkers();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await editor.StepAsync(await editor.ReportedAsync(ImportVisits.Json("n4", "Klubben N fire")), "importer");
        var now = app.Clock.GetUtcNow().UtcDateTime;
        await app.InDatabaseAsync(async first => await app.InDatabaseAsync(async second =>
        {
            Assert.True((await first.ImportRuns.SingleAsync()).Begin(now));
            Assert.True((await second.ImportRuns.SingleAsync()).Begin(now));
            Assert.True(await first.TrySaveAsync(CancellationToken.None));
            Assert.False(await second.TrySaveAsync(CancellationToken.None));
            return 0;
        }));

        Assert.False(await app.WorkAsync());
        Assert.Equal((ImportRunState.Asked, 1), await StateAsync(app));
    }

    [Fact]
    public void AStep_WithoutWork_Throws()
    {
        var run = new ImportRun { FileName = "a", Origin = "a", ReadAt = DateTime.UnixEpoch, ReadById = 1, ReadByName = "a" };

        Assert.Throws<InvalidOperationException>(() => run.Begin(DateTime.UnixEpoch));
        Assert.Throws<InvalidOperationException>(() => run.Stop(DateTime.UnixEpoch));
        Assert.Throws<InvalidOperationException>(run.Rest);
    }

    private static Task<int> SqlAsync(PortalApp app, string text) => app.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync(text));

    private static Task<(ImportRunState State, int Tries)> StateAsync(PortalApp app) => app.InDatabaseAsync(async db => await db.ImportRuns.Select(run => new { run.State, run.Tries }).SingleAsync() is var run ? (run.State, run.Tries) : default);
}
