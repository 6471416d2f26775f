using UngPortal.Features.OpenReferral;
using UngPortal.Features.Places;
using UngPortal.Features.Services;
using UngPortal.Kernel;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Api.Register;

/// <summary>Makes the entries of an index; what is the same for many services is made once.</summary>
internal sealed class EntryMaker(TermBook terms)
{
    private readonly Dictionary<string, IReadOnlySet<Guid>> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<OpeningHours>> _hours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OpeningHours?> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<(string?, string?), string> _words = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _told = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResponsibleBody?> _responsible = new(StringComparer.Ordinal);

    public RegisterEntry Make(Row row, IReadOnlyList<ServicePlace.Channel> channels, IReadOnlyList<string> areas, GeoPoint? point) => new(
        row.Id, (row.Kind, row.Position, row.Id), ServiceWriter.IdOf(row.Slug), row.Slug, Number(row.Municipality), [.. areas.Select(area => Number(area)!)], ResponsibleOf(row, areas), TermsOf(row), Shared(row.Languages), Shared(row.Told.Where(ToldFacts.Access.Contains)), point,
        WordsOf(row.Name.Values.Concat(row.Description.Values)), SharedWordsOf(row), HoursOf(channels), AssuranceLadder.StaleFrom(row.Kind, row.Assured, row.TakenIn), ServicePlace.Of(row.Slug, point is not null, channels));

    private static string WordsOf(IEnumerable<string> texts) => " " + string.Join(' ', texts.SelectMany(text => Word.In(text)).Select(word => Word.Fold(word.Text)).Distinct());

    private static string? Number(string? number) => number is null ? null : PlaceBook.Norway.MunicipalityOf(number)?.Number ?? number;

    private static T Once<TKey, T>(Dictionary<TKey, T> known, TKey key, Func<T> make)
        where TKey : notnull => known.TryGetValue(key, out var made) ? made : known[key] = make();

    private IReadOnlySet<Guid> TermsOf(Row row) => Once<string, IReadOnlySet<Guid>>(_terms, $"{row.Kind} {row.Type} {string.Join(' ', row.Topics)}", () =>
        terms.Of(row.Kind, row.Type, row.Topics).SelectMany(terms.WithParents).SelectMany(term => new[] { term.Id, Taxonomies.IdOf(term.Taxonomy) }).ToHashSet());

    private IReadOnlyList<string> Shared(IEnumerable<string> told)
    {
        List<string> all = [.. told];
        return Once<string, IReadOnlyList<string>>(_told, string.Join(' ', all), () => all);
    }

    private string SharedWordsOf(Row row) => Once(_words, (row.Type, row.Municipality), () =>
        WordsOf([.. terms.TypesByKey.GetValueOrDefault(row.Type ?? "")?.Name.Values ?? Enumerable.Empty<string>(), PlaceBook.Norway.MunicipalityOf(row.Municipality ?? "")?.Name ?? ""]));

    private ResponsibleBody? ResponsibleOf(Row row, IReadOnlyList<string> areas) => Once(_responsible, row.RunBy is { } told ? "\n" + told : $"{HostOf(row.Website)} {row.Type} {row.Municipality} {string.Join(' ', areas)}", () =>
        ResponsibleBody.Of(row.RunBy, row.Website, row.Type, row.Municipality, areas));

    /// <summary>A website that is no address is one all the same: somebody's whom nobody knows.</summary>
    private static string HostOf(string? website) => website is null ? "" : Uri.TryCreate(website, UriKind.Absolute, out var address) ? address.Host : "?";

    private IReadOnlyList<OpeningHours> HoursOf(IReadOnlyList<ServicePlace.Channel> channels)
    {
        var texts = channels.Select(channel => channel.Hours).OfType<string>().Distinct().ToList();
        return Once<string, IReadOnlyList<OpeningHours>>(_hours, string.Join('\n', texts), () => [.. texts.Select(text => Once(_parsed, text, () => OpeningHours.ParseOrNull(text))).OfType<OpeningHours>()]);
    }

    /// <summary>What is read of a service.</summary>
    internal sealed record Row(int Id, int Position, string Slug, ServiceKind Kind, string? Type, string? Municipality, string[] Topics, string[] Languages, string[] Told, LocalizedText Name, LocalizedText Description, string? Website, string? RunBy, DateOnly Assured, DateOnly? TakenIn);
}
