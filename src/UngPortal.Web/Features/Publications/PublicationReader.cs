using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using UngPortal.Kernel;
using UngPortal.Platform.Data;

namespace UngPortal.Features.Publications;

/// <summary>Reads one publication for its page: the catalogue knows it, the database holds its text.</summary>
public sealed partial class PublicationReader(PortalDbContext db, CatalogueCopy copy, TimeProvider time)
{
    private const int RelatedMost = 3;

    /// <summary>The publication, or null when there is none; one that was taken down says so and holds no text to show.</summary>
    public async Task<PublicationView?> FindAsync(PublicationKind kind, string slug, Language language, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var catalogue = await copy.ReadAsync(cancellationToken);
        if (catalogue.Find(kind, slug) is not { } entry || entry.PublishedAt > now)
        {
            return null;
        }

        var text = entry.In(language);
        if (await BodyAsync(entry, text, cancellationToken) is not { } html)
        {
            // The version is gone since the catalogue was read.
            copy.Forget();
            return await FindAsync(kind, slug, language, cancellationToken);
        }

        return new PublicationView(
            entry, text, html, [.. RelatedTo(entry, catalogue, now).Select(other => catalogue.TeaserOf(other, language))], Figures(entry, html, catalogue, language));
    }

    /// <summary>A draft as its page would show it today.</summary>
    public async Task<PublicationView> PreviewAsync(PublicationDraft draft, Language language, CancellationToken cancellationToken)
    {
        var catalogue = await copy.ReadAsync(cancellationToken);
        var (code, text) = draft.Texts.TryGetValue(language.Code, out var own) ? (language.Code, own) : (Language.Bokmal.Code, draft.Texts[Language.Bokmal.Code]);
        var version = new CatalogueEntry.Version(0, code, text.Title, text.Ingress, text.Words);
        var topics = draft.TopicSlugs.Select(catalogue.Topics.Find).OfType<Topics.Topic>().OrderBy(topic => topic.Position).ToList();
        var entry = new CatalogueEntry
        {
            Id = 0,
            Kind = draft.Kind,
            Slug = draft.Slug,
            Facts = draft.Facts,
            Sensitivity = draft.Sensitivity,
            AgeBands = draft.AgeBands,
            PublishedAt = draft.PublishedAt,
            ChangedAt = draft.PublishedAt,
            IsTakenDown = false,
            Topics = topics,
            Hue = topics.Count > 0 ? catalogue.Topics.HueOf(topics[0]) : 0,
            Versions = [version],
        };
        return new PublicationView(entry, version, text.BodyHtml, [], Figures(entry, text.BodyHtml, catalogue, language));
    }

    private async Task<string?> BodyAsync(CatalogueEntry entry, CatalogueEntry.Version text, CancellationToken cancellationToken) => entry.IsTakenDown
        ? ""
        : await db.Set<PublicationText>().Where(version => version.Id == text.Id).Select(version => version.BodyHtml).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Those that the author chose, filled up with the newest of the same topics.</summary>
    private static IEnumerable<CatalogueEntry> RelatedTo(CatalogueEntry entry, Catalogue catalogue, DateTime now)
    {
        var chosen = entry.Facts.Related.Select(slug => catalogue.Find(PublicationKind.Article, slug)).OfType<CatalogueEntry>();
        var alike = catalogue.Entries.Where(other => other.Kind is PublicationKind.Article or PublicationKind.Video && other.Topics.Intersect(entry.Topics).Any());
        return chosen.Concat(alike).Where(other => other != entry && other.IsLive(now)).Distinct().Take(RelatedMost);
    }

    private static Dictionary<string, IllustrationFigure> Figures(CatalogueEntry entry, string html, Catalogue catalogue, Language language) =>
        FigureKeys().Matches(html).Select(match => match.Groups[1].Value).Append(entry.Facts.Illustration ?? "").Distinct(StringComparer.Ordinal)
            .Select(slug => catalogue.Find(PublicationKind.Illustration, slug)).OfType<CatalogueEntry>()
            .Where(figure => catalogue.PictureOf(figure.Slug) is not null)
            .ToDictionary(
                figure => figure.Slug,
                figure => new IllustrationFigure(figure.Slug, figure.Facts.Pictures[0], figure.In(language).Ingress),
                StringComparer.Ordinal);

    [GeneratedRegex("data-kind=\"figur\" data-key=\"([a-z0-9-]+)\"", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2_000)]
    private static partial Regex FigureKeys();
}
