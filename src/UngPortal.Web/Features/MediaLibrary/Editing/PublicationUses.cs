using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary.Editing;

/// <summary>Publications whose texts or facts name the picture or one of its files.</summary>
public sealed class PublicationUses(PortalDbContext db) : IPictureUses
{
    public Task<IReadOnlyList<MediaUse>> OfAsync(MediaItem item, int most, CancellationToken cancellationToken) =>
        db.UsesOfAsync([item.Name, .. item.Files.Select(file => file.Name)], most, cancellationToken);
}
