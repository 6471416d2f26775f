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
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return false;
            }
        }
    }
}
