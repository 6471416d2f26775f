using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.Publications;
using UngPortal.Platform.Data;
using UngPortal.Platform.Media;
using UngPortal.Platform.Media.Storing;

namespace UngPortal.Features.Publishing;

/// <summary>The media library's pictures as a draft may show them: one file of each, with its alternative text.</summary>
public sealed class LibraryPictures(PortalDbContext db)
{
    private const int HitsMost = 12;
    private const int ShownWidth = 960;
    private const string Format = "webp";

    /// <summary>Where stored pictures lie below the address of all media.</summary>
    private static readonly string Folder = StoredMedia.PicturePrefix[(MediaFolder.UrlPrefix.Length + 1)..];

    /// <summary>The organisation's newest pictures with all these words in their texts.</summary>
    public async Task<IReadOnlyList<LibraryPicture>> FindAsync(int organisationId, string? words, CancellationToken cancellationToken)
    {
        var items = db.MediaItems.Where(item => item.OrganisationId == organisationId && item.TakenDownAt == null);
        foreach (var word in (words ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            items = items.Where(item => item.SearchText.Contains(word));
        }

        return await ReadAsync(items.OrderByDescending(item => item.UploadedAt).ThenByDescending(item => item.Id).Take(HitsMost), cancellationToken);
    }

    /// <summary>The organisation's pictures of these names.</summary>
    public Task<IReadOnlyList<LibraryPicture>> NamedAsync(int organisationId, IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        ReadAsync(db.MediaItems.Where(item => item.OrganisationId == organisationId && item.TakenDownAt == null && names.Contains(item.Name)), cancellationToken);

    /// <summary>Whether one of the pictures has left the library, or was replaced there by another.</summary>
    public async Task<bool> LacksAsync(IReadOnlyList<PublicationFacts.Picture> pictures, CancellationToken cancellationToken)
    {
        var files = pictures.Select(picture => picture.Media).Where(media => media.StartsWith(Folder, StringComparison.Ordinal)).Select(media => media[Folder.Length..]).Distinct().ToList();
        return files.Count > 0 && files.Count > await db.MediaItems.Where(item => item.TakenDownAt == null)
            .SelectMany(item => item.Files).CountAsync(file => files.Contains(file.Name) && file.ReplacedAt == null, cancellationToken);
    }

    private static async Task<IReadOnlyList<LibraryPicture>> ReadAsync(IQueryable<MediaItem> items, CancellationToken cancellationToken)
    {
        var found = await items.AsNoTracking().Include(item => item.Files.Where(file => file.ReplacedAt == null && file.Format == Format)).ToListAsync(cancellationToken);
        return [.. found.Where(item => item.Files.Count > 0).Select(item =>
        {
            var file = item.Files.OrderBy(file => Math.Abs(file.Width - ShownWidth)).First();
            return new LibraryPicture(item.Name, new PublicationFacts.Picture(Folder + file.Name, file.Width, file.Height, item.Alt), item.Creator, item.Licence);
        })];
    }
}
