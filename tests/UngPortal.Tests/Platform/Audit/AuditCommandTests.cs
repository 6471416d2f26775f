using Microsoft.EntityFrameworkCore;
using UngPortal.Testing;
using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Platform.Audit;

/// <summary>The command that an operator or a timer runs.</summary>
public sealed class AuditCommandTests
{
    [Fact]
    public async Task VerifyAudit_BeforeAndAfterAnEdit_EndsWithZeroAndThree()
    {
        using var database = TestDatabase.FromTemplate();
        await using var app = new SharedApp(database);
        await app.RecordAsync("a");
        await app.RecordAsync("b");

        var sound = await SiteProcess.RunAsync(database.Settings, "verify-audit");
        var mark = sound.Output.Split("head ")[1].TrimEnd('.', '\n', '\r');
        var marked = await SiteProcess.RunAsync(database.Settings, "verify-audit", "--head", mark);
        await app.InDatabaseAsync(db => db.Database.ExecuteSqlAsync($"UPDATE AuditEntries SET Detail = 'x' WHERE Action = 'b'"));
        var unsound = await SiteProcess.RunAsync(database.Settings, "verify-audit");
        var misused = await SiteProcess.RunAsync(database.Settings, "verify-audit", "--head", "tull");

        Assert.StartsWith("The audit trail is sound: 2 entries, head 2:", sound.Output, StringComparison.Ordinal);
        Assert.Contains("NOT sound: Edited at 2", unsound.Output, StringComparison.Ordinal);
        Assert.Equal((0, 0, 3, 1), (sound.ExitCode, marked.ExitCode, unsound.ExitCode, misused.ExitCode));
    }
}
