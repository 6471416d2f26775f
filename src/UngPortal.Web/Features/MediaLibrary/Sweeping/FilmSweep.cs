using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.MediaLibrary.Films.Uploading;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;

namespace UngPortal.Features.MediaLibrary.Sweeping;

/// <summary>Forgets uploads that nobody went on with for two days, and deletes uploaded bytes that no film waits for.</summary>
public sealed partial class FilmSweep(PortalDbContext db, FilmUploads uploads, AuditTrail audit, TimeProvider time, ILogger<FilmSweep> logger) : IPortalJob
{
    /// <summary>How long an upload may rest.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromHours(48);

    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var rested = now - Rest;
        var forgotten = 0;
        foreach (var film in await db.Films.Where(film => film.State == FilmState.Uploading && film.BegunAt < rested && film.ChangedAt < rested).ToListAsync(cancellationToken))
        {
            forgotten += await ForgetAsync(film, cancellationToken) ? 1 : 0;
        }

        var deleted = 0;
        foreach (var name in uploads.WrittenBefore(now - Grace).ToList())
        {
            if (!await db.Films.AnyAsync(film => film.Name == name && film.TakenDownAt == null && film.State != FilmState.Ready && film.State != FilmState.Failed, cancellationToken))
            {
                uploads.Delete(name);
                deleted++;
            }
        }

        LogSwept(forgotten, deleted);
    }

    /// <summary>False when a piece came at this very moment.</summary>
    private async Task<bool> ForgetAsync(Film film, CancellationToken cancellationToken)
    {
        db.Films.Remove(film);
        audit.Record(null, "film-forgotten", $"film:{film.Name}", organisationId: film.OrganisationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        uploads.Delete(film.Name);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The film sweep forgot {Forgotten} uploads that rested and deleted the bytes of {Deleted} films.")]
    private partial void LogSwept(int forgotten, int deleted);
}
