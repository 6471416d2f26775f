using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.SelfHelpTools;

/// <summary>This node's copy of the tools that readers see, by name.</summary>
public sealed class ToolCopy(IServiceScopeFactory scopes) : KeptCopy<IReadOnlyList<ToolEntry>>(scopes, ToolsChanged.Kind)
{
    public ValueTask<IReadOnlyList<ToolEntry>> ReadAsync(CancellationToken cancellationToken) => CurrentAsync(cancellationToken);

    public async ValueTask<ToolEntry?> FindAsync(string slug, CancellationToken cancellationToken) =>
        (await CurrentAsync(cancellationToken)).FirstOrDefault(tool => tool.Slug == slug);

    protected override async Task<IReadOnlyList<ToolEntry>> ReadAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Tools.AsNoTracking().Where(tool => !tool.IsHidden).OrderBy(tool => tool.Name)
            .Select(tool => new ToolEntry(tool.Id, tool.Slug, tool.Facts, tool.Approval, tool.BadgeUntil, tool.ChangedAt)).ToListAsync(cancellationToken);
}
