using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary.Films;
using UngPortal.Features.MediaLibrary.Films.Making;
using UngPortal.Features.MediaLibrary.Uploading;
using UngPortal.Platform.Data;
using UngPortal.Platform.Jobs;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Sweeping;

/// <summary>Deletes what nothing needs any more: stored files that no row knows or whose picture or film is taken down, replaced files that no text shows, and what a crash left at work.</summary>
public sealed partial class MediaSweep(
    PortalDbContext db, IMediaStore store, IEnumerable<IMediaNeed> needs, DataFolder data, TimeProvider time, ILogger<MediaSweep> logger) : IPortalJob
{
    private const int Batch = 200;
    private static readonly TimeSpan Grace = TimeSpan.FromDays(1);
    private static readonly string[] WorkFolders = [PictureIntake.WorkFolder, FilmMaking.WorkFolder];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow().UtcDateTime - Grace;
        var orphans = 0;
        var batch = new List<MediaName>();
        await foreach (var name in store.StoredBeforeAsync(before, cancellationToken))
        {
            batch.Add(name);
            if (batch.Count == Batch)
            {
                orphans += await DeleteUnknownAsync(batch, cancellationToken);
                batch.Clear();
            }
        }

        orphans += await DeleteUnknownAsync(batch, cancellationToken);
        LogSwept(orphans, await ForgetReplacedAsync(before, cancellationToken), DeleteWork(before));
    }

    private async Task<int> DeleteUnknownAsync(List<MediaName> names, CancellationToken cancellationToken)
    {
        var asked = names.ConvertAll(name => name.Text);
        var known = await db.MediaItems.Where(item => item.TakenDownAt == null).SelectMany(item => item.Files).Where(file => asked.Contains(file.Name))
            .Select(file => file.Name).ToHashSetAsync(cancellationToken);
        known.UnionWith(await db.Films.Where(film => film.TakenDownAt == null).SelectMany(film => film.Files).Where(file => asked.Contains(file.Name))
            .Select(file => file.Name).ToListAsync(cancellationToken));
        var unknown = names.FindAll(name => !known.Contains(name.Text));
        foreach (var name in unknown)
        {
            await store.DeleteAsync(name, cancellationToken);
        }

        return unknown.Count;
    }

    /// <summary>A replaced file goes from the rows first; its bytes are then unknown and go the next night at the latest.</summary>
    private async Task<int> ForgetReplacedAsync(DateTime before, CancellationToken cancellationToken)
    {
        var forgotten = 0;
        var pictures = await db.MediaFiles.Where(file => file.ReplacedAt < before).Select(file => file.Name).ToListAsync(cancellationToken);
        var films = await db.FilmFiles.Where(file => file.ReplacedAt < before).Select(file => file.Name).ToListAsync(cancellationToken);
        foreach (var name in pictures.Concat(films))
        {
            if (!await IsNeededAsync(name, cancellationToken))
            {
                // Another node may be at the same work: then there is nothing left to delete.
                forgotten += await db.MediaFiles.Where(file => file.Name == name).ExecuteDeleteAsync(cancellationToken)
                    + await db.FilmFiles.Where(file => file.Name == name).ExecuteDeleteAsync(cancellationToken);
            }
        }

        return forgotten;
    }

    private async Task<bool> IsNeededAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var need in needs)
        {
            if (await need.NamesAsync(name, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private int DeleteWork(DateTime before)
    {
        var left = WorkFolders.Select(name => new DirectoryInfo(Path.Combine(data.Root, name))).Where(root => root.Exists)
            .SelectMany(root => root.GetDirectories()).Where(folder => folder.LastWriteTimeUtc < before).ToList();
        foreach (var folder in left)
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (IOException problem)
            {
                LogLeft(problem.GetType().Name);
            }
        }

        return left.Count;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A working folder could not be removed ({Problem}); it is tried again the next night.")]
    private partial void LogLeft(string problem);

    [LoggerMessage(Level = LogLevel.Information, Message = "The media sweep deleted {Orphans} stored files, forgot {Replaced} replaced ones and removed {Work} working folders.")]
    private partial void LogSwept(int orphans, int replaced, int work);
}
