using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Experts;

/// <summary>The answering roles in the editors' order, some forty small rows.</summary>
public sealed class RoleList(IServiceScopeFactory scopes) : KeptCopy<IReadOnlyList<AnsweringRole>>(scopes, Changed)
{
    public const string Changed = "answering-roles-changed";

    public ValueTask<IReadOnlyList<AnsweringRole>> AllAsync(CancellationToken cancellationToken) => CurrentAsync(cancellationToken);

    public async ValueTask<AnsweringRole?> FindAsync(string? key, CancellationToken cancellationToken) => (await CurrentAsync(cancellationToken)).FirstOrDefault(role => role.Key == key);

    protected override async Task<IReadOnlyList<AnsweringRole>> ReadAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.AnsweringRoles.AsNoTracking().OrderBy(role => role.Position).ToListAsync(cancellationToken);
}
