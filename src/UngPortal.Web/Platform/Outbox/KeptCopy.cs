using UngPortal.Platform.Data;

namespace UngPortal.Platform.Outbox;

/// <summary>This node's copy of something small that is asked for all the time and changes seldom: read when first asked for, and anew when a change is announced.</summary>
/// <typeparam name="T">What is kept; nobody changes it.</typeparam>
/// <param name="scopes">Where the database is read from.</param>
/// <param name="changed">The kinds of outbox rows that announce a change.</param>
public abstract class KeptCopy<T>(IServiceScopeFactory scopes, params string[] changed) : IOutboxHandler
    where T : class
{
    private volatile T? _current;
    private int _changes;

    /// <summary>What there is now, at most as old as the outbox is slow. Throws what the database throws where nothing is kept yet.</summary>
    protected async ValueTask<T> CurrentAsync(CancellationToken cancellationToken)
    {
        if (_current is { } current)
        {
            return current;
        }

        var changes = Volatile.Read(ref _changes);
        await using var scope = scopes.CreateAsyncScope();
        var fresh = await ReadAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), cancellationToken);
        _current = fresh;
        if (changes != Volatile.Read(ref _changes))
        {
            _current = null; // It changed while it was being read.
        }

        return fresh;
    }

    /// <summary>Lets the copy go; whoever made a change here need not wait for the outbox.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref _changes);
        _current = null;
    }

    /// <inheritdoc />
    public async Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        List<OutboxMessage> own = [.. messages.Where(message => changed.Contains(message.Kind))];
        if (own.Count == 0)
        {
            return;
        }

        var changes = Interlocked.Increment(ref _changes);
        T? next = null;
        try
        {
            if (_current is { } current)
            {
                await using var scope = scopes.CreateAsyncScope();
                next = await FollowAsync(current, own, scope.ServiceProvider.GetRequiredService<PortalDbContext>(), cancellationToken);
            }
        }
        finally
        {
            _current = next;
            if (changes != Volatile.Read(ref _changes))
            {
                _current = null; // It changed again while it was being followed.
            }
        }
    }

    /// <summary>What the copy is after the changes; null, as here, where it is to be read anew when next asked for. The present one answers meanwhile.</summary>
    /// <param name="current">What there is now; not to be changed.</param>
    /// <param name="messages">The outbox rows of its kinds.</param>
    /// <param name="db">Where the changed rows are read.</param>
    /// <param name="cancellationToken">Ends it; the copy is let go then, as by any fault.</param>
    protected virtual Task<T?> FollowAsync(T current, IReadOnlyList<OutboxMessage> messages, PortalDbContext db, CancellationToken cancellationToken) => Task.FromResult<T?>(null);

    /// <summary>Reads it from the database.</summary>
    protected abstract Task<T> ReadAsync(PortalDbContext db, CancellationToken cancellationToken);
}
