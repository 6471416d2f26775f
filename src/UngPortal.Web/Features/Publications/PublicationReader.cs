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
