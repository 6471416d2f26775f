using Microsoft.EntityFrameworkCore;
using UngPortal.Features.ServiceImports;
using UngPortal.Features.ServiceImports.Running;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Features.ServiceImports;

/// <summary>How long an import is kept, and what its page says of it.</summary>
public sealed class ImportRetentionTests
{
    [Fact]
    public async Task Run_Retention_DeletesAfterHalfAYear_ButNoServiceAndNothingUnderway()
    {
        using var app = new PortalApp();
        using var editor = await app.SignInAsAsync(StaffRole.Editor);
        await editor.ReportedAsync(ImportVisits.Json("m0", "Klubben M lest"));
        var asked = await editor.ReportedAsync(ImportVisits.Json("m1", "Klubben M bestilt"));
        var done = await editor.ReportedAsync(ImportVisits.Json("m2", "Klubben M"));
        Assert.Contains("Rapporten blir slettet 22.05.2027.", (await editor.OpenAsync(done)).TextOf("main"), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var later = await app.SignInAsAsync(StaffRole.Editor);
        await app.ImportAsync(later, done);
        await later.StepAsync(asked, "importer");
        Assert.Contains("Kan angres til 23.05.2027.", (await later.OpenAsync(done)).TextOf("main"), StringComparison.Ordinal);

        app.Clock.Advance(TimeSpan.FromDays(ImportRun.KeptDays));
        await app.RunAsync<ImportRetention>();
        Assert.Equal(["Klubben M", "Klubben M bestilt"], await NamesAsync(app));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await app.RunAsync<ImportRetention>();

        Assert.Equal(["Klubben M bestilt"], await NamesAsync(app));
        Assert.Equal(1, await app.InDatabaseAsync(db => db.ImportRuns.CountAsync()));
        Assert.True(await app.InDatabaseAsync(db => db.Services.AnyAsync(service => service.Slug == "klubben-m")));
    }

    private static Task<List<string>> NamesAsync(PortalApp app) => app.InDatabaseAsync(db => db.ImportRunChanges.OrderBy(change => change.Name).Select(change => change.Name).ToListAsync());
}
