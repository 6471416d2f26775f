using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary.Films.Uploading;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films;

/// <summary>Takes a film out of the library: first the row says so, then the files go, so that no address outlives it for long.</summary>
public sealed partial class FilmRemoval(PortalDbContext db, IMediaStore store, FilmUploads uploads, AuditTrail audit, TimeProvider time, ILogger<FilmRemoval> logger)
{
    /// <summary>Returns false when somebody else changed or removed it at the same moment.</summary>
    public async Task<bool> RemoveAsync(Film film, StaffIdentity person, CancellationToken cancellationToken)
    {
        film.TakeDown(time.GetUtcNow().UtcDateTime);
        audit.Record(person, "film-taken-down", $"film:{film.Name}", organisationId: film.OrganisationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        try
        {
            uploads.Delete(film.Name);
            foreach (var file in film.Files)
            {
                if (MediaName.TryParse(file.Name, out var name))
                {
                    await store.DeleteAsync(name, CancellationToken.None);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            LogLeft(problem.GetType().Name);
        }

        return true;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of a film that was taken down could not be deleted ({Problem}); it goes at night.")]
    private partial void LogLeft(string problem);
}
