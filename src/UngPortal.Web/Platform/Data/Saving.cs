using Microsoft.EntityFrameworkCore;

namespace UngPortal.Platform.Data;

/// <summary>Saving where somebody else may have been first.</summary>
public static class Saving
{
    extension(PortalDbContext db)
    {
        /// <summary>Saves all that was changed. False when a row was changed by somebody else meanwhile: then nothing is saved, and nothing tracked any more.</summary>
        /// <exception cref="DbUpdateException">A save was refused for another reason: nothing has happened.</exception>
        public async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateException problem)
            {
                if (problem is DbUpdateConcurrencyException || await IsOverrunAsync(db, cancellationToken))
                {
                    db.ChangeTracker.Clear();
                    return false;
                }

                throw;
            }
        }
    }

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
