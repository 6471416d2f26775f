using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publications;

/// <summary>Reads one page of a filtered list of cards.</summary>
public sealed class CardList(PortalDbContext db, TeaserReader teasers, TimeProvider time)
{
    public const int PageSize = 20;

    /// <summary>Live publications of a kind, or of every readable kind, with a topic and all below it when one is given.</summary>
    public IQueryable<Publication> Filter(PublicationKind? kind, Topic? topic)
    {
        var publications = db.Publications.Live(time.GetUtcNow().UtcDateTime);
        publications = kind is { } wanted
            ? publications.Where(publication => publication.Kind == wanted)
            : publications.Where(publication => publication.Kind != PublicationKind.Page);
        if (topic is not null)
        {
            var below = topic.Path + "/";
            publications = publications.Where(publication => publication.Topics.Any(link =>
                db.Set<Topic>().Any(t => t.Id == link.TopicId && (t.Path == topic.Path || t.Path.StartsWith(below)))));
        }

        return publications;
    }

    /// <summary>The cards of a page counted from 1, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<Teaser> Cards, int Total)> ReadAsync(
        IQueryable<Publication> publications, string? band, int page, int size, TopicTree topics, Language language, CancellationToken cancellationToken)
    {
        var total = await publications.CountAsync(cancellationToken);
        var cards = await teasers.ReadAsync(publications.ForBand(band).Skip((page - 1) * size).Take(size), topics, language, cancellationToken);
        return (cards, total);
    }
}
