using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Topics;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publications;

/// <summary>This node's copy of the catalogue: read when first asked for, and anew after each announced change.</summary>
public sealed class CatalogueCopy(IServiceScopeFactory scopes) : IDisposable
{
    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly Lock _keeping = new();
    private volatile Catalogue? _current;
    private int _changes;

    public async ValueTask<Catalogue> ReadAsync(CancellationToken cancellationToken)
    {
        if (_current is { } current)
        {
            return current;
        }

        await _reading.WaitAsync(cancellationToken);
        try
        {
            return _current ?? await ReadAnewAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    /// <summary>Lets the copy go, and with it one that is being read right now.</summary>
    public void Forget()
    {
        lock (_keeping)
        {
            _changes++;
            _current = null;
        }
    }

    public void Dispose() => _reading.Dispose();

    private async Task<Catalogue> ReadAnewAsync(CancellationToken cancellationToken)
    {
        var changes = _changes;
        await using var scope = scopes.CreateAsyncScope();
        var fresh = await ReadAsync(scope.ServiceProvider.GetRequiredService<PortalDbContext>(), cancellationToken);
        lock (_keeping)
        {
            _current = changes == _changes ? fresh : null;
        }

        return fresh;
    }

    private static async Task<Catalogue> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var texts = (await db.Set<PublicationText>().AsNoTracking()
            .Select(text => new { text.PublicationId, Version = new CatalogueEntry.Version(text.Id, text.Language, text.Title, text.Ingress, text.Words) })
            .ToListAsync(cancellationToken)).ToLookup(row => row.PublicationId, row => row.Version);
        var topics = (await db.Set<PublicationTopic>().AsNoTracking().ToListAsync(cancellationToken)).ToLookup(link => link.PublicationId, link => link.TopicId);
        var publications = await db.Publications.AsNoTracking().ToListAsync(cancellationToken);
        return new Catalogue(tree, [.. publications.Where(publication => texts.Contains(publication.Id)).Select(publication =>
            EntryOf(publication, tree, [.. topics[publication.Id].Select(tree.Find).OfType<Topic>().OrderBy(topic => topic.Position)], [.. texts[publication.Id]]))]);
    }

    private static CatalogueEntry EntryOf(Publication publication, TopicTree tree, IReadOnlyList<Topic> topics, IReadOnlyList<CatalogueEntry.Version> versions) => new()
    {
        Id = publication.Id,
        Kind = publication.Kind,
        Slug = publication.Slug,
        Facts = publication.Facts,
        Sensitivity = publication.Sensitivity,
        AgeBands = publication.AgeBands,
        PublishedAt = publication.PublishedAt,
        ChangedAt = publication.ChangedAt,
        IsTakenDown = publication.TakenDownAt is not null,
        OwnerId = publication.OwnerId,
        Topics = topics,
        Hue = topics.Count > 0 ? tree.HueOf(topics[0]) : 0,
        Versions = versions,
    };
}
