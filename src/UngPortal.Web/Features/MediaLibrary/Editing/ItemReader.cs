using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Accounts;
using UngPortal.Features.Organisations;
using UngPortal.Platform.Access;
using UngPortal.Platform.Data;

namespace UngPortal.Features.MediaLibrary.Editing;

/// <summary>Finds pictures for those who may see or change them: everyone who keeps the library sees all, and changes those of the own organisations.</summary>
public sealed class ItemReader(PortalDbContext db, IEnumerable<IPictureUses> uses)
{
    private const int UsesMost = 100;
    private const string WholeWidth = "(min-width: 64rem) 640px, 100vw";

    public Task<MediaItem?> FindAsync(string name, CancellationToken cancellationToken) =>
        db.MediaItems.Include(item => item.Files).FirstOrDefaultAsync(item => item.Name == name && item.TakenDownAt == null, cancellationToken);

    public async Task<MediaItem?> FindOwnAsync(string name, StaffIdentity person, CancellationToken cancellationToken) =>
        await FindAsync(name, cancellationToken) is { } item && IsOwn(item, person) ? item : null;

    public async Task<ItemView> ViewAsync(MediaItem item, StaffIdentity person, CancellationToken cancellationToken) => new()
    {
        Picture = new MediaPicture(
            [.. item.Files.Where(file => file.ReplacedAt is null).Select(file => new MediaPicture.File(file.Name, file.Format, file.Width, file.Height))],
            item.Alt.In("nb"), item.FocalX, item.FocalY, WholeWidth),
        House = await db.Organisations.Where(house => house.Id == item.OrganisationId).Select(house => house.Name).FirstAsync(cancellationToken),
        UploadedBy = await db.Staff.Where(member => member.Id == item.UploadedById).Select(member => member.DisplayName).FirstOrDefaultAsync(cancellationToken) ?? "–",
        UploadedAt = item.UploadedAt,
        Width = item.Width,
        Height = item.Height,
        IsOwn = IsOwn(item, person),
        Uses = await UsesAsync(item, cancellationToken),
    };

    private async Task<IReadOnlyList<MediaUse>> UsesAsync(MediaItem item, CancellationToken cancellationToken)
    {
        var found = new List<MediaUse>();
        foreach (var one in uses)
        {
            found.AddRange(await one.OfAsync(item, UsesMost - found.Count, cancellationToken));
        }

        return found;
    }

    private static bool IsOwn(MediaItem item, StaffIdentity person) => person.OrganisationsAs(MediaLibraryFeature.Keepers).Contains(item.OrganisationId);
}
