using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Kernel;
using UngPortal.Platform.Data;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>How often an import is begun, by how many, and what becomes of its tries when the site ends in good order.</summary>
public sealed class ImportTriesTests
{
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

        Assert.Equal((ImportRunState.Done, 0), await app.StateAsync());
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
            Assert.Equal((ImportRunState.Asked, 0), await app.StateAsync());
        }

        Assert.True(await app.WorkAsync());
        Assert.Equal((ImportRunState.Done, 0), await app.StateAsync());
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
        Assert.Equal((ImportRunState.Asked, 1), await app.StateAsync());
    }

    [Fact]
    public void AStep_WithoutWork_Throws()
    {
        var run = new ImportRun { FileName = "a", Origin = "a", ReadAt = DateTime.UnixEpoch, ReadById = 1, ReadByName = "a" };

        Assert.Throws<InvalidOperationException>(() => run.Begin(DateTime.UnixEpoch));
        Assert.Throws<InvalidOperationException>(() => run.Stop(DateTime.UnixEpoch));
        Assert.Throws<InvalidOperationException>(run.Rest);
    }
}
