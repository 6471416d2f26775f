using Microsoft.EntityFrameworkCore;
using UngPortal.Features.OpenReferral;
using UngPortal.Features.Services;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;
using UngPortal.Platform.Outbox;

namespace UngPortal.Features.Api.Register;

/// <summary>This node's index of the register; follows a service that changes, and is read anew when many have.</summary>
/// <remarks>Hours can't be asked of a database, nor does SQLite fold æ, ø and å: so what finds services lies in memory, and only the rows of a page are read.</remarks>
internal sealed class RegisterCopy(IServiceScopeFactory scopes) : KeptCopy<RegisterIndex>(scopes, ServicesChanged.Kind), IDisposable
{
    private const int MostFollowed = 100;
    private readonly SemaphoreSlim _oneReads = new(1);

    public async Task<RegisterIndex> ReadAsync(CancellationToken cancellationToken)
    {
        await _oneReads.WaitAsync(cancellationToken);
        try
        {
            return await CurrentAsync(cancellationToken);
        }
        finally
        {
            _oneReads.Release();
        }
    }

    public void Dispose() => _oneReads.Dispose();

    protected override async Task<RegisterIndex> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var types = await db.ServiceTypes.AsNoTracking().OrderBy(type => type.Position).ToListAsync(cancellationToken);
        var topics = await TopicTree.ReadAsync(db, cancellationToken);
        var terms = new TermBook(topics.All, types);
        return new RegisterIndex(await new EntryReader(db, terms).ReadAsync(null, cancellationToken), terms);
    }

    /// <summary>Services that are named are read, and the others stay as they are.</summary>
    protected override async Task<RegisterIndex?> FollowAsync(RegisterIndex current, IReadOnlyList<OutboxMessage> messages, PortalDbContext db, CancellationToken cancellationToken)
    {
        HashSet<string> slugs = [.. messages.Select(message => message.Key)];
        return slugs.Contains(ServicesChanged.All) || slugs.Count > MostFollowed ? null : current.With(slugs, await new EntryReader(db, current.Terms).ReadAsync(slugs, cancellationToken));
    }
}

/// <summary>Has the index read anew when topics have changed, whose names stand in it.</summary>
internal sealed class TopicsHeard(RegisterCopy copy) : IOutboxHandler
{
    private const string Topics = "topics";

    public Task HandleAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Any(message => message.Key == Topics))
        {
            copy.Forget();
        }

        return Task.CompletedTask;
    }
}
