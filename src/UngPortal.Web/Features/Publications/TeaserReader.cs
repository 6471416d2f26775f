using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publications;

/// <summary>Reads cards in one language, bokmål where there is no other, with the pictures that lead them.</summary>
public sealed class TeaserReader(PortalDbContext db)
{
    public async Task<IReadOnlyList<Teaser>> ReadAsync(
        IQueryable<Publication> publications, TopicTree topics, Language language, CancellationToken cancellationToken)
    {
        var rows = await Project(publications, language).ToListAsync(cancellationToken);
        var pictures = await PicturesAsync(rows.Select(row => row.Facts.Illustration), cancellationToken);
        return rows.ConvertAll(row =>
        {
            var text = row.Texts.Find(text => text.Language == language.Code) ?? row.Texts[0];
            var topic = row.TopicIds.Select(topics.Find).OfType<Topic>().OrderBy(topic => topic.Position).FirstOrDefault();
            return new Teaser
            {
                Kind = row.Kind,
                Slug = row.Slug,
                Title = text.Title,
                Ingress = text.Ingress,
                OtherLanguage = text.Language == language.Code ? null : text.Language,
                AgeBands = row.AgeBands,
                PublishedAt = row.PublishedAt,
                Picture = row.Facts.Illustration is { } slug ? pictures.GetValueOrDefault(slug) : null,
                TopicName = topic?.Name,
                Hue = topic is null ? 0 : topics.HueOf(topic),
                Words = text.Words,
                Seconds = row.Facts.Video?.Seconds,
                Pictures = row.Facts.Pictures.Count,
            };
        });
    }

    /// <summary>The first picture of each illustration, by its slug.</summary>
    public async Task<Dictionary<string, PublicationFacts.Picture>> PicturesAsync(IEnumerable<string?> slugs, CancellationToken cancellationToken)
    {
        var wanted = slugs.OfType<string>().Distinct().ToList();
        var found = await db.Publications.AsNoTracking()
            .Where(publication => publication.Kind == PublicationKind.Illustration && publication.TakenDownAt == null && wanted.Contains(publication.Slug))
            .Select(publication => new { publication.Slug, publication.Facts })
            .ToListAsync(cancellationToken);
        return found.Where(row => row.Facts.Pictures.Count > 0).ToDictionary(row => row.Slug, row => row.Facts.Pictures[0], StringComparer.Ordinal);
    }

    /// <summary>The rows behind the cards; also what the query tests look at.</summary>
    internal static IQueryable<Row> Project(IQueryable<Publication> publications, Language language) =>
        publications.AsNoTracking().Select(publication => new Row
        {
            Kind = publication.Kind,
            Slug = publication.Slug,
            Facts = publication.Facts,
            AgeBands = publication.AgeBands,
            PublishedAt = publication.PublishedAt,
            TopicIds = publication.Topics.Select(topic => topic.TopicId).ToList(),
            Texts = publication.Texts.Where(text => text.Language == language.Code || text.Language == Language.Bokmal.Code)
                .Select(text => new RowText { Language = text.Language, Title = text.Title, Ingress = text.Ingress, Words = text.Words }).ToList(),
        });

    internal sealed record Row
    {
        public required PublicationKind Kind { get; init; }

        public required string Slug { get; init; }

        public required PublicationFacts Facts { get; init; }

        public required string[] AgeBands { get; init; }

        public required DateTime PublishedAt { get; init; }

        public required List<int> TopicIds { get; init; }

        public required List<RowText> Texts { get; init; }
    }

    internal sealed record RowText
    {
        public required string Language { get; init; }

        public required string Title { get; init; }

        public required string Ingress { get; init; }

        public required int Words { get; init; }
    }
}
