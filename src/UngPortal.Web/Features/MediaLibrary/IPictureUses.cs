namespace UngPortal.Features.MediaLibrary;

/// <summary>Tells where a picture of the library is shown; each feature that shows pictures has one.</summary>
public interface IPictureUses
{
    /// <summary>The pages that show it, by title; at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<MediaUse>> OfAsync(MediaItem item, int most, CancellationToken cancellationToken);
}
