using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UngPortal.Features.Topics;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publications;

/// <summary>Reads one publication for its page.</summary>
public sealed partial class PublicationReader(PortalDbContext db, TeaserReader teasers, TimeProvider time)
{
    private const int RelatedMost = 3;

    /// <summary>The publication, or null when there is none; one that was taken down says so and holds no text to show.</summary>
    public async Task<PublicationView?> FindAsync(PublicationKind kind, string slug, Language language, CancellationToken cancellationToken)
    {
        if (!Slug.IsValid(slug))
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var publication = await db.Publications.AsNoTracking().Include(p => p.Texts).Include(p => p.Topics).AsSplitQuery()
            .FirstOrDefaultAsync(p => p.Kind == kind && p.Slug == slug && p.PublishedAt <= now, cancellationToken);
        if (publication is null)
        {
            return null;
        }

        var tree = await TopicTree.ReadAsync(db, cancellationToken);
        var topics = publication.Topics.Select(link => tree.Find(link.TopicId)).OfType<Topic>().OrderBy(topic => topic.Position).ToList();
        var text = publication.TextIn(language);
        return new PublicationView
        {
            Kind = kind,
            Slug = slug,
            Language = text.Language,
            Languages = [.. publication.Texts.Select(version => version.Language)],
            Title = text.Title,
            Ingress = text.Ingress,
            Body = text.Body,
            BodyHtml = text.BodyHtml,
            Words = text.Words,
            Facts = publication.Facts,
            Sensitivity = publication.Sensitivity,
            AgeBands = publication.AgeBands,
            PublishedAt = publication.PublishedAt,
            ChangedAt = publication.ChangedAt,
            IsTakenDown = publication.TakenDownAt is not null,
            Topics = topics,
            Hue = topics.Count > 0 ? tree.HueOf(topics[0]) : 0,
            Related = await RelatedAsync(publication, topics, tree, language, now, cancellationToken),
            Figures = await FiguresAsync(publication, text, language, cancellationToken),
        };
    }

    /// <summary>Those that the author chose, filled up with the newest of the same topics.</summary>
    private async Task<IReadOnlyList<Teaser>> RelatedAsync(
        Publication publication, List<Topic> topics, TopicTree tree, Language language, DateTime now, CancellationToken cancellationToken)
    {
        var chosen = publication.Facts.Related.ToList();
        var topicIds = topics.ConvertAll(topic => topic.Id);
        var candidates = db.Publications.Live(now).Where(p => p.Id != publication.Id && p.Kind != PublicationKind.Page && p.Kind != PublicationKind.Illustration
            && ((p.Kind == PublicationKind.Article && chosen.Contains(p.Slug)) || p.Topics.Any(link => topicIds.Contains(link.TopicId))));
        var found = await teasers.ReadAsync(
            candidates.OrderByDescending(p => chosen.Contains(p.Slug)).ThenByDescending(p => p.PublishedAt).ThenBy(p => p.Slug).Take(RelatedMost),
            tree, language, cancellationToken);
        return [.. found.OrderBy(teaser => chosen.IndexOf(teaser.Slug) is var index && index < 0 ? int.MaxValue : index)];
    }

    private async Task<IReadOnlyDictionary<string, IllustrationFigure>> FiguresAsync(
        Publication publication, PublicationText text, Language language, CancellationToken cancellationToken)
    {
        var slugs = FigureKeys().Matches(text.BodyHtml).Select(match => match.Groups[1].Value).Append(publication.Facts.Illustration ?? "").Distinct().ToList();
        var rows = await db.Publications.AsNoTracking()
            .Where(p => p.Kind == PublicationKind.Illustration && p.TakenDownAt == null && slugs.Contains(p.Slug))
            .Select(p => new { p.Slug, p.Facts, Captions = p.Texts.Select(version => new { version.Language, version.Ingress }).ToList() })
            .ToListAsync(cancellationToken);
        return rows.Where(row => row.Facts.Pictures.Count > 0).ToDictionary(
            row => row.Slug,
            row => new IllustrationFigure(row.Slug, row.Facts.Pictures[0], new LocalizedText(row.Captions.Select(c => KeyValuePair.Create(c.Language, c.Ingress))).In(language)),
            StringComparer.Ordinal);
    }

    [GeneratedRegex("data-kind=\"figur\" data-key=\"([a-z0-9-]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex FigureKeys();
}
