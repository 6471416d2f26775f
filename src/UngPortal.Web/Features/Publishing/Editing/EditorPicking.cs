using UngPortal.Features.Publications;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Features.Publishing.Editing;

/// <summary>Fills the editor's pickers from the catalogue and the media library.</summary>
public sealed class EditorPicking(CatalogueCopy copy, LibraryPictures library, HelpNowCopy help, LocalBook book, ChosenServices services, TimeProvider time)
{
    private const int ArticlesMost = 8;
    private const int IllustrationsMost = 12;
    private const int LocalMost = 10;

    public async Task<EditorPicks> ForAsync(Draft draft, DraftForm form, PickerForm words, Language language, CancellationToken cancellationToken)
    {
        var catalogue = await copy.ReadAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var isSeries = draft.Kind == PublicationKind.Illustration;
        var named = isSeries ? await library.NamedAsync(draft.OrganisationId, form.Bilder, cancellationToken) : [];
        var chosen = form.Bilder.Select(name => ChosenOf(name, draft.Content, named)).OfType<EditorPicks.Chosen>().ToList();
        var hits = isSeries ? await library.FindAsync(draft.OrganisationId, words.BilderSok, cancellationToken) : [];
        var everywhere = help.Current.Entries.Select(entry => entry.Slug).ToHashSet(StringComparer.Ordinal);
        var local = form.Tjenester.Where(slug => !everywhere.Contains(slug)).Distinct(StringComparer.Ordinal).ToList();
        var cards = (await services.OfAsync(local, language, cancellationToken)).ToDictionary(card => card.Slug, StringComparer.Ordinal);
        var found = (await book.ReadAsync(cancellationToken)).Beginning(words.TjenesteSok, LocalMost + local.Count).Select(one => one.Slug).Except(local).Take(LocalMost);
        return new EditorPicks(
            words,
            [.. form.Relatert.Distinct(StringComparer.Ordinal).Select(slug => new EditorPicks.Article(slug, LiveTitle(catalogue.Find(PublicationKind.Article, slug), now, language)))],
            RelatedHits(draft, form, words.RelatertSok, catalogue, now, language),
            isSeries ? [] : Illustrations(form.Illustrasjon, words.IllustrasjonSok, catalogue, now, language),
            chosen,
            [.. hits.Where(hit => chosen.TrueForAll(one => one.Picture.Media != hit.Picture.Media))],
            local.ConvertAll(slug => (slug, cards.GetValueOrDefault(slug))),
            await services.OfAsync(found, language, cancellationToken));
    }

    private static EditorPicks.Chosen? ChosenOf(string name, DraftContent content, IReadOnlyList<LibraryPicture> named) =>
        (content.Pictures.FirstOrDefault(picture => picture.Media == name) ?? named.FirstOrDefault(one => one.Name == name)?.Picture) is { } picture ? new(name, picture) : null;

    private static string? LiveTitle(CatalogueEntry? entry, DateTime now, Language language) => entry?.IsLive(now) == true ? entry.In(language).Title : null;

    /// <summary>Articles whose title or address holds what was searched for; an address that was pasted finds its article.</summary>
    private static List<EditorPicks.Article> RelatedHits(Draft draft, DraftForm form, string? words, Catalogue catalogue, DateTime now, Language language) =>
        string.IsNullOrWhiteSpace(words) ? [] :
        [
            .. catalogue.Live(PublicationKind.Article, now, null, language)
                .Where(entry => Matches(entry, words) && !form.Relatert.Contains(entry.Slug) && (draft.Kind != PublicationKind.Article || entry.Slug != draft.Slug))
                .OrderByDescending(entry => entry.In(language).Title.StartsWith(words.Trim(), StringComparison.OrdinalIgnoreCase))
                .Take(ArticlesMost).Select(entry => new EditorPicks.Article(entry.Slug, entry.In(language).Title)),
        ];

    private static List<IllustrationFigure> Illustrations(string? chosen, string? words, Catalogue catalogue, DateTime now, Language language)
    {
        var all = catalogue.Live(PublicationKind.Illustration, now, null, language).Where(entry => catalogue.PictureOf(entry.Slug) is not null).ToList();
        return
        [
            .. all.Where(entry => entry.Slug == chosen?.Trim()).Concat(all.Where(entry => string.IsNullOrWhiteSpace(words) || Matches(entry, words)).Take(IllustrationsMost)).Distinct()
                .Select(entry => new IllustrationFigure(entry.Slug, entry.Facts.Pictures[0], entry.In(language).Title)),
        ];
    }

    private static bool Matches(CatalogueEntry entry, string words)
    {
        var slug = words.Trim().Split('/')[^1];
        return entry.Slug.Contains(slug, StringComparison.OrdinalIgnoreCase)
            || Array.TrueForAll(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => entry.Versions.Any(version => version.Title.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
