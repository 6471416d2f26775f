using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using UngPortal.Features.MediaLibrary.Uploading;
using UngPortal.Platform.Access;
using UngPortal.Platform.Audit;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Films;

namespace UngPortal.Features.MediaLibrary.Films.Uploading;

/// <summary>Takes films in, whole or in pieces. A piece counts once its bytes are on the disk and the row says so.</summary>
public sealed partial class FilmIntake(PortalDbContext db, FilmUploads uploads, IOptions<FilmOptions> options, AuditTrail audit, TimeProvider time, ILogger<FilmIntake> logger)
{
    /// <summary>What can be said of a file before its first byte.</summary>
    public async Task<UploadRefusal?> RefusalOfAsync(string fileName, long bytes, int organisationId, CancellationToken cancellationToken)
    {
        if (!UploadedName.IsPlain(fileName))
        {
            return UploadRefusal.BadName;
        }

        if (!FilmFormats.Endings.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase))
        {
            return FilmRefusals.UnknownKind;
        }

        if (bytes <= 0 || bytes > options.Value.BytesMost)
        {
            return bytes <= 0 ? UploadRefusal.Empty : FilmRefusals.TooLarge;
        }

        var used = await db.Films.Where(film => film.OrganisationId == organisationId && film.TakenDownAt == null && film.State != FilmState.Failed)
            .SumAsync(film => film.BytesTold, cancellationToken);
        return used + bytes > options.Value.OrganisationBytesMost ? FilmRefusals.NoRoom : null;
    }

    /// <summary>Makes the row of a film that is to come.</summary>
    public async Task<Film> BeginAsync(FilmForm form, string fileName, long bytes, int organisationId, StaffIdentity person, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var film = new Film { OrganisationId = organisationId, UploadedById = person.Id, BegunAt = now, FileName = fileName.Trim(), BytesTold = bytes };
        form.PutInto(film);
        db.Films.Add(film);
        audit.Record(person, "film-begun", $"film:{film.Name}", organisationId: organisationId);
        await db.SaveChangesAsync(cancellationToken);
        return film;
    }

    /// <summary>Takes a piece that begins at the offset and is this long. A film that turns out to be none is forgotten at once.</summary>
    public async Task<UploadRefusal?> ReceiveAsync(Film film, long offset, long length, Stream bytes, StaffIdentity person, CancellationToken cancellationToken)
    {
        if (film.State != FilmState.Uploading || offset != film.BytesReceived)
        {
            return FilmRefusals.WrongOffset;
        }

        if (length <= 0 || offset + length > film.BytesTold)
        {
            return FilmRefusals.WrongPiece;
        }

        try
        {
            if (await uploads.WriteAsync(film.Name, offset, bytes, cancellationToken) != length)
            {
                return FilmRefusals.WrongPiece;
            }

            if (offset == 0 && !await IsFilmAsync(film, cancellationToken))
            {
                await ForgetAsync(film, person, cancellationToken);
                return FilmRefusals.UnknownKind;
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException && problem is not BadHttpRequestException)
        {
            LogNotStored(problem.GetType().Name);
            return FilmRefusals.NotStored;
        }

        return await CountAsync(film, offset, length, cancellationToken) ? null : FilmRefusals.WrongOffset;
    }

    /// <summary>Takes back a film that could not be received.</summary>
    public async Task ForgetAsync(Film film, StaffIdentity person, CancellationToken cancellationToken)
    {
        uploads.Delete(film.Name);
        db.Films.Remove(film);
        audit.Record(person, "film-refused", $"film:{film.Name}", organisationId: film.OrganisationId);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same piece came twice, and the other one has said it already.
        }
    }

    private async Task<bool> IsFilmAsync(Film film, CancellationToken cancellationToken) =>
        FilmFormats.Of(await uploads.HeadAsync(film.Name, FilmFormats.HeadLength, cancellationToken)) is { } format && format.IsNamedAs(film.FileName);

    /// <summary>Of two that sent the same piece at once, one is counted.</summary>
    private async Task<bool> CountAsync(Film film, long offset, long length, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        film.Receive(offset, length, now);
        if (film.BytesReceived == film.BytesTold)
        {
            film.Complete(now);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(film).ReloadAsync(cancellationToken);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A piece of a film could not be kept ({Problem}); it is sent again.")]
    private partial void LogNotStored(string problem);
}
