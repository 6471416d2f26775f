using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>A database that this program must not touch.</summary>
public sealed class UnusableDatabaseTests
{
    [Fact]
    public async Task Start_OnANewerDatabase_SaysSoAndChangesNothing()
    {
        if (TestDatabase.SqlServer is not null)
        {
            return;
        }

        using var database = TestDatabase.FromTemplate();
        await using (var connection = new SqliteConnection($"Data Source={database.SqliteFile};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('20990101000000_FromTheFuture', '99.0.0'); PRAGMA wal_checkpoint(TRUNCATE);";
            await command.ExecuteNonQueryAsync();
        }

        var before = SHA256.HashData(await File.ReadAllBytesAsync(database.SqliteFile));

        var (exitCode, output, errors) = await SiteProcess.RunAsync(database.Settings);

        Assert.Equal(2, exitCode);
        Assert.Contains("newer version (20990101000000_FromTheFuture)", errors, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors + output, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(database.SqliteFile)));
    }

    [Fact]
    public async Task Start_OnAFileThatIsNoDatabase_SaysSoAndChangesNothing()
    {
        using var folder = TestDatabase.Empty();
        await File.WriteAllTextAsync(folder.SqliteFile, string.Concat(Enumerable.Repeat("Dette er ikke en database. ", 200)));
        var settings = new Dictionary<string, string?> { ["DataFolder:Path"] = folder.Folder };

        var (exitCode, output, errors) = await SiteProcess.RunAsync(settings);

        Assert.Equal(2, exitCode);
        Assert.Contains("can't be opened", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors + output, StringComparison.Ordinal);
        Assert.StartsWith("Dette er ikke", await File.ReadAllTextAsync(folder.SqliteFile), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_TwiceOnAnEmptyFolder_BringsTheSchemaAndEndsWithZero()
    {
        using var folder = TestDatabase.Empty();

        var first = await SiteProcess.RunAsync(folder.Settings, "migrate");
        var second = await SiteProcess.RunAsync(folder.Settings, "migrate");

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("up to date", second.Output, StringComparison.Ordinal);
    }
}
