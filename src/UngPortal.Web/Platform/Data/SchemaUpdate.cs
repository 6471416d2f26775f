using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Data;

/// <summary>Brings the schema up to date, or says in one sentence why it can't.</summary>
public sealed class SchemaUpdate(PortalDbContext db, IOptions<DatabaseOptions> options)
{
    /// <summary>Migrates where configuration allows it, and checks that the database is not newer than this program.</summary>
    /// <exception cref="UnusableDatabaseException">The database is newer, behind, or can't be written.</exception>
    public async Task RunAsync(bool asOwnStep, CancellationToken cancellationToken)
    {
        try
        {
            await MigrateAsync(asOwnStep, cancellationToken);
        }
        catch (Exception problem) when (problem is System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            throw new UnusableDatabaseException($"The database can't be opened for writing: {problem.Message}", problem);
        }
    }

    private async Task MigrateAsync(bool asOwnStep, CancellationToken cancellationToken)
    {
        var known = db.GetService<IMigrationsAssembly>().Migrations.Keys.ToHashSet(StringComparer.Ordinal);
        var applied = await AppliedAsync(cancellationToken);
        if (applied.FirstOrDefault(id => !known.Contains(id)) is { } newer)
        {
            throw new UnusableDatabaseException($"The database was made by a newer version ({newer}). Install that version, or restore a copy that fits this one. Nothing was changed.");
        }

        if (known.Count == applied.Count)
        {
            return;
        }

        if (!asOwnStep && !(options.Value.MigrateAtStart ?? !options.Value.IsSqlServer))
        {
            throw new UnusableDatabaseException($"The database lacks {known.Count - applied.Count} migration(s). Run the program once with the argument 'migrate'.");
        }

        await db.Database.MigrateAsync(cancellationToken);
        if (!options.Value.IsSqlServer)
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA journal_mode=WAL", cancellationToken);
        }
    }

    private async Task<List<string>> AppliedAsync(CancellationToken cancellationToken) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? [.. await db.Database.GetAppliedMigrationsAsync(cancellationToken)]
            : [];
}
