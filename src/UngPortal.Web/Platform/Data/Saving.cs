using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;

namespace UngPortal.Platform.Data;

/// <summary>Saving where somebody else may have been first.</summary>
public static class Saving
{
    /// <summary>SQL Server's number for a save that was given up so that another could end.</summary>
    private const int Deadlock = 1205;

    extension(PortalDbContext db)
    {
        /// <summary>Saves all that was changed. False when a row was changed by somebody else meanwhile, or is just now: then nothing is saved, and nothing tracked any more.</summary>
        /// <exception cref="DbUpdateException">A save was refused for another reason: nothing has happened.</exception>
        public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (Exception problem) when (problem is DbUpdateException || IsDeadlock(problem))
            {
                if (problem is DbUpdateConcurrencyException || IsDeadlock(problem) || await IsOverrunAsync(db, cancellationToken))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                throw;
            }
        }

        /// <summary>Saves a row with a unique key that the same form sent twice brings twice: what is there already is enough.</summary>
        /// <param name="isThere">Whether the row is there.</param>
        /// <param name="cancellationToken">Ends the wait.</param>
        /// <exception cref="DbUpdateException">The save was refused for another reason: nothing has happened.</exception>
        public async Task SaveOnceAsync(Func<Task<bool>> isThere, CancellationToken cancellationToken)
        {
            if (await isThere())
            {
                db.ChangeTracker.Clear();
                return;
            }

            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                if (!await isThere())
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Whether the server let somebody else go first. Its retrying strategy tries again by itself, and says in its own exception that it has given up.</summary>
    private static bool IsDeadlock(Exception problem) =>
        (problem is SqlException server && server.Errors.OfType<SqlError>().Any(error => error.Number == Deadlock)) || (problem.InnerException is { } inner && IsDeadlock(inner));

    /// <summary>Whether a row has moved on: the database may refuse what hangs on it, such as a topic that is there twice now, before it looks at the version.</summary>
    private static async Task<bool> IsOverrunAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Modified or EntityState.Deleted).ToList())
        {
            if (entry.Properties.FirstOrDefault(property => property.Metadata.IsConcurrencyToken) is { } version
                && (await entry.GetDatabaseValuesAsync(cancellationToken) is not { } stored || !Equals(stored[version.Metadata], version.OriginalValue)))
            {
                return true;
            }
        }

        return false;
    }
}
