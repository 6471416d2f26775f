using UngPortal.Features.Topics;
using UngPortal.Kernel;

namespace UngPortal.Features.Publications;

/// <summary>All there is to read and the topics it stands under, as it was at one moment; what lists and cards are made of.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, CatalogueEntry> _byKey;

    public Catalogue(TopicTree topics, IReadOnlyList<CatalogueEntry> entries)
    {
        Topics = topics;
        Entries = [.. entries.OrderByDescending(entry => entry.PublishedAt).ThenBy(entry => entry.Lot)];
        _byKey = entries.ToDictionary(entry => Publication.KeyOf(entry.Kind, entry.Slug), StringComparer.Ordinal);
    }

    public TopicTree Topics { get; }

    /// <summary>The newest first; what is taken down or comes later is among them.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    public CatalogueEntry? Find(PublicationKind kind, string slug) => _byKey.GetValueOrDefault(Publication.KeyOf(kind, slug));

    /// <summary>What a visitor may see of a kind: the chosen age band's own first, within that what is in the page's language, then the newest.</summary>
    public IEnumerable<CatalogueEntry> Live(PublicationKind kind, DateTime now, string? band, Language language) =>
        Entries.Where(entry => entry.Kind == kind && entry.IsLive(now))
            .OrderByDescending(entry => band is null || entry.AgeBands.Contains(band)).ThenByDescending(entry => entry.IsIn(language));

    /// <summary>What to read when the one in danger is somebody else; null when there is no such article.</summary>
    public Teaser? ForFriends(DateTime now, Language language) =>
        Live(PublicationKind.Article, now, null, language).FirstOrDefault(entry => entry.Facts.Readers == Readers.Friends) is { } entry ? TeaserOf(entry, language) : null;

    /// <summary>The first picture of an illustration.</summary>
    public PublicationFacts.Picture? PictureOf(string? slug) =>
        slug is not null && Find(PublicationKind.Illustration, slug) is { IsTakenDown: false, Facts.Pictures: [var first, ..] } ? first : null;

    /// <summary>The pictures that lead topics, by the illustration's slug.</summary>
    public IReadOnlyDictionary<string, PublicationFacts.Picture> PicturesOf(IEnumerable<Topic> topics) =>
        topics.Select(topic => topic.Illustration).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(slug => (slug, picture: PictureOf(slug))).Where(pair => pair.picture is not null)
            .ToDictionary(pair => pair.slug, pair => pair.picture!, StringComparer.Ordinal);

    /// <summary>The card in a language, bokmål where there is no other.</summary>
    public Teaser TeaserOf(CatalogueEntry entry, Language language)
    {
        var text = entry.In(language);
        return new Teaser
        {
            Kind = entry.Kind,
            Slug = entry.Slug,
            Title = text.Title,
            Ingress = text.Ingress,
            OtherLanguage = text.Language == language.Code ? null : text.Language,
            AgeBands = entry.AgeBands,
            PublishedAt = entry.PublishedAt,
            Picture = PictureOf(entry.Facts.Illustration),
            TopicName = entry.Topics.Count > 0 ? entry.Topics[0].Name : null,
            Hue = entry.Hue,
            Words = text.Words,
            Seconds = entry.Facts.Video?.Seconds,
            Pictures = entry.Facts.Pictures.Count,
        };
    }

    /// <summary>The cards of a page counted from 1, and how many there are in all.</summary>
    public (IReadOnlyList<Teaser> Cards, int Total) Page(IEnumerable<CatalogueEntry> entries, int page, int size, Language language)
    {
        var all = entries.ToList();
        return ([.. all.Skip((page - 1) * size).Take(size).Select(entry => TeaserOf(entry, language))], all.Count);
    }
}
