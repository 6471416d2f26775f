using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.MediaLibrary.Editing;

/// <summary>Takes a picture out of the library: first the row says so, then the files go, so that no address outlives it for long.</summary>
public sealed partial class ItemRemoval(PortalDbContext db, IMediaStore store, AuditTrail audit, TimeProvider time, ILogger<ItemRemoval> logger)
{
    /// <summary>Returns false when somebody else changed or removed it at the same moment.</summary>
    public async Task<bool> RemoveAsync(MediaItem item, StaffIdentity person, CancellationToken cancellationToken)
    {
        item.TakeDown(time.GetUtcNow().UtcDateTime);
        audit.Record(person, "media-taken-down", $"media:{item.Name}", organisationId: item.OrganisationId);
        db.Announce(MediaChanged.Kind, $"media:{item.Name}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        foreach (var file in item.Files)
        {
            await DeleteAsync(file.Name);
        }

        return true;
    }

    private async Task DeleteAsync(string fileName)
    {
        try
        {
            if (MediaName.TryParse(fileName, out var name))
            {
                await store.DeleteAsync(name, CancellationToken.None);
            }
        }
        catch (IOException problem)
        {
            LogLeft(problem.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A file of a picture that was taken down could not be deleted ({Problem}); it goes at night.")]
    private partial void LogLeft(string problem);
}
