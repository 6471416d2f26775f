using Microsoft.EntityFrameworkCore;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Experts;

/// <summary>This node's copy of the answering roles, some forty small rows: read when first asked for, and anew when they change.</summary>
public sealed class RoleList(IServiceScopeFactory scopes) : IOutboxHandler
{
    public const string Changed = "answering-roles-changed";

    private volatile IReadOnlyList<AnsweringRole>? _all;
    private int _changes;

    /// <summary>All roles in the editors' order.</summary>
    public async ValueTask<IReadOnlyList<AnsweringRole>> AllAsync(CancellationToken cancellationToken)
    {
        if (_all is { } all)
        {
            return all;
        }

        var changes = _changes;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var fresh = await db.AnsweringRoles.AsNoTracking().OrderBy(role => role.Position).ToListAsync(cancellationToken);
        _all = changes == _changes ? fresh : null;
        return fresh;
    }

    public async ValueTask<AnsweringRole?> FindAsync(string? key, CancellationToken cancellationToken) => (await AllAsync(cancellationToken)).FirstOrDefault(role => role.Key == key);

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Any(message => message.Kind == Changed))
        {
            Interlocked.Increment(ref _changes);
            _all = null;
        }

        return Task.CompletedTask;
    }
}
