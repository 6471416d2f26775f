using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Platform.Data;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>Tools that show the picture among their screenshots.</summary>
public sealed class ToolPictureUses(PortalDbContext db) : IPictureUses
{
    public async Task<IReadOnlyList<MediaUse>> OfAsync(MediaItem item, int most, CancellationToken cancellationToken) =>
        (await db.Tools.Where(tool => tool.Screenshots.Any(shot => shot.MediaItemId == item.Id)).OrderBy(tool => tool.Name).Take(most)
            .Select(tool => new { tool.Name, tool.Slug }).ToListAsync(cancellationToken)).ConvertAll(tool => new MediaUse(tool.Name, $"/verktoy/{tool.Slug}"));
}
