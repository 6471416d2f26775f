using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.MediaLibrary.Films.Editing;

/// <summary>Makes posters of the library's pictures. A film gets a copy: the picture may be replaced or taken down later.</summary>
public sealed class FilmPosters(PortalDbContext db, IMediaStore store, DataFolder data)
{
    private const int Most = 60;
    private const int Width = 960;

    /// <summary>The organisation's pictures that say what they show, the newest first: name and text.</summary>
    public async Task<IReadOnlyList<(string Name, string Text)>> ChoicesAsync(int organisationId, CancellationToken cancellationToken)
    {
        var found = await db.MediaItems.Where(item => item.OrganisationId == organisationId && item.TakenDownAt == null).OrderByDescending(item => item.UploadedAt)
            .Take(Most).Select(item => new { item.Name, item.Alt, item.Creator }).ToListAsync(cancellationToken);
        return found.ConvertAll(item => (item.Name, item.Alt.In("nb") is { Length: > 0 } text ? text : item.Creator));
    }

    /// <summary>Copies the organisation's picture in the store; null when it has no such picture.</summary>
    /// <exception cref="IOException">The store can't be read or written.</exception>
    public async Task<NewFilm.File?> CopyAsync(string picture, int organisationId, CancellationToken cancellationToken)
    {
        var files = await db.MediaItems.Where(item => item.Name == picture && item.OrganisationId == organisationId && item.TakenDownAt == null).SelectMany(item => item.Files)
            .Where(file => file.Format == "jpg" && file.ReplacedAt == null).Select(file => new { file.Name, file.Width, file.Bytes }).ToListAsync(cancellationToken);
        if (files.OrderBy(file => Math.Abs(file.Width - Width)).FirstOrDefault() is not { } best || !MediaName.TryParse(best.Name, out var source))
        {
            return null;
        }

        var copy = MediaName.New("jpg");
        var path = data.PathOf("film-work", copy.Text);
        try
        {
            await using (var target = File.Create(path))
            await using (var bytes = await store.ReadAsync(source, 0, best.Bytes, cancellationToken))
            {
                await bytes.CopyToAsync(target, cancellationToken);
            }

            await store.PutAsync(copy, path, cancellationToken);
            return new NewFilm.File(copy, best.Bytes);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
