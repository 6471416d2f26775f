using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary.Films.Uploading;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Films;
using UngPortal.Platform.Media.Pictures;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films.Making;

/// <summary>Makes the film of one claimed row: uploaded bytes in, stored files out. Whatever stops it, no working file is left.</summary>
public sealed partial class FilmMaking(
    PortalDbContext db, FilmStudio studio, PictureProcess pictures, FilmUploads uploads, IMediaStore store, DataFolder data, TimeProvider time, ILogger<FilmMaking> logger)
{
    /// <summary>The folder in the data folder where films are worked on.</summary>
    internal const string WorkFolder = "film-work";

    private const int PosterWidth = 960;

    /// <summary>How long a film waits after the disk or the store refused it: making it anew costs more than waiting.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Works on the film that the worker has claimed, and writes down what became of it.</summary>
    public async Task MakeAsync(Film film, string worker, CancellationToken cancellationToken)
    {
        var work = Path.Combine(data.Root, WorkFolder, MediaName.NewStem());
        try
        {
            Directory.CreateDirectory(work);
            var bytes = uploads.PathOf(film.Name);
            var outcome = File.Exists(bytes) ? await studio.MakeAsync(bytes, work, cancellationToken) : new FilmOutcome { Failure = FilmFailure.Broken };
            var made = outcome.Failure is null ? await StoreAsync(outcome, work, cancellationToken) : null;
            if (made is null)
            {
                film.Fail(worker, outcome.Failure ?? FilmFailure.TooDemanding, Now());
            }
            else
            {
                film.Finish(worker, made, Now());
            }

            await SaveAsync(film);
        }
        catch (Exception problem) when (problem is OperationCanceledException or IOException or UnauthorizedAccessException)
        {
            LogPutBack(problem.GetType().Name);
            film.PutBack(worker, problem is OperationCanceledException ? Now() : Now() + Pause);
            await SaveAsync(film);
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }
        }
    }

    private DateTime Now() => time.GetUtcNow().UtcDateTime;

    /// <summary>Null when no poster could be made of the still.</summary>
    private async Task<NewFilm?> StoreAsync(FilmOutcome made, string work, CancellationToken cancellationToken)
    {
        var stills = await pictures.RunAsync(made.Poster, work, cancellationToken);
        if (stills.Files.Where(file => file.Format == "jpg").OrderBy(file => Math.Abs(file.Width - PosterWidth)).FirstOrDefault() is not { } still)
        {
            return null;
        }

        var poster = await PutAsync("jpg", Path.Combine(work, still.File), cancellationToken);
        return new NewFilm(await PutAsync("mp4", made.Film, cancellationToken), poster, made.Width, made.Height, made.Seconds);
    }

    private async Task<NewFilm.File> PutAsync(string format, string path, CancellationToken cancellationToken)
    {
        var name = MediaName.New(format);
        await store.PutAsync(name, path, cancellationToken);
        return new NewFilm.File(name, new FileInfo(path).Length);
    }

    /// <summary>Not the host's token: what was done must be written down. Where somebody took the film down meanwhile, its files go with the sweep.</summary>
    private async Task SaveAsync(Film film)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            LogOvertaken();
            return;
        }

        if (film.State is FilmState.Ready or FilmState.Failed)
        {
            uploads.Delete(film.Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The work on a film was stopped ({Problem}); it waits for the next turn.")]
    private partial void LogPutBack(string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A film was changed by others while it was being made; what was made is swept up at night.")]
    private partial void LogOvertaken();
}
