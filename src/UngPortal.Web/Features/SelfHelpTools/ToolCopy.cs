using Microsoft.EntityFrameworkCore;
using UngPortal.Features.MediaLibrary;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>This node's copy of the tools that readers see, by name.</summary>
public sealed class ToolCopy(IServiceScopeFactory scopes) : KeptCopy<IReadOnlyList<ToolEntry>>(scopes, ToolsChanged.Kind, MediaChanged.Kind)
{
    public ValueTask<IReadOnlyList<ToolEntry>> ReadAsync(CancellationToken cancellationToken) => CurrentAsync(cancellationToken);

    public async ValueTask<ToolEntry?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).FirstOrDefault(tool => tool.Slug == slug);

    protected override async Task<IReadOnlyList<ToolEntry>> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var pictures = await PicturesAsync(db, cancellationToken);
        var tools = await db.Tools.AsNoTracking().Where(tool => !tool.IsHidden).OrderBy(tool => tool.Name)
            .Select(tool => new ToolEntry(tool.Id, tool.Slug, tool.Facts, tool.Approval, tool.BadgeUntil, tool.ChangedAt)).ToListAsync(cancellationToken);
        return tools.ConvertAll(tool => tool with { Pictures = [.. pictures[tool.Id]] });
    }

    private static async Task<ILookup<int, ToolPicture>> PicturesAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var found = await db.Set<ToolScreenshot>().AsNoTracking()
            .Join(
                db.Set<MediaItem>().Where(item => item.TakenDownAt == null),
                shot => shot.MediaItemId,
                item => item.Id,
                (shot, item) => new
                {
                    shot.ToolId,
                    shot.Position,
                    shot.Alt,
                    Files = item.Files.Where(file => file.ReplacedAt == null).Select(file => new MediaPicture.File(file.Name, file.Format, file.Width, file.Height)).ToList(),
                })
            .OrderBy(shot => shot.ToolId).ThenBy(shot => shot.Position).ToListAsync(cancellationToken);
        return found.Where(shot => shot.Files.Exists(file => file.Format == MediaPicture.FallbackFormat)).ToLookup(shot => shot.ToolId, shot => new ToolPicture(shot.Files, shot.Alt));
    }
}
