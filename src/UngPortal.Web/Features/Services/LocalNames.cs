using System.Collections.Frozen;
using UngPortal.Kernel;
using UngPortal.Platform.Words;

namespace UngPortal.Features.Services;

/// <summary>The names of all local services by the words in them, with those of their places and types.</summary>
public sealed class LocalNames
{
    /// <summary>The most that are told for one name: hundreds have the same.</summary>
    public const int Most = 3;

    private const int MostWords = 10;

    /// <summary>A word in more names than this says what sort of place it is, not which.</summary>
    private const int CommonFrom = 16;

    private static readonly FrozenSet<string> Small = new[] { "i", "på", "for", "og", "ved", "til", "av", "en", "et", "ei", "som", "the", "in", "at", "of", "and", "a", "near", "nær" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly List<Entry> _entries;
    private readonly Dictionary<string, LocalName> _named;
    private readonly Dictionary<string, List<Entry>> _holding = new(StringComparer.Ordinal);
    private readonly HashSet<string> _places = new(StringComparer.Ordinal);
    private readonly HashSet<string> _common = new(StringComparer.Ordinal);

    /// <param name="types">What each type is called.</param>
    /// <param name="services">The services, each with the other names of where it stands.</param>
    public LocalNames(IReadOnlyDictionary<string, LocalizedText> types, IReadOnlyList<(LocalName Service, string Place)> services)
    {
        var kinds = types.ToDictionary(type => type.Key, type => StemsOf(string.Join(' ', type.Value.Values)), StringComparer.Ordinal);
        var places = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal);
        _entries = [.. services.Select(service =>
        {
            var place = $"{service.Service.Town} {service.Place}";
            var words = places.TryGetValue(place, out var known) ? known : places[place] = WordsOf(place).Select(Word.Fold).ToFrozenSet(StringComparer.Ordinal);
            return new Entry(service.Service, StemsOf(string.Join(' ', service.Service.Name.Values)), words, kinds.GetValueOrDefault(service.Service.Type) ?? []);
        })];
        _named = _entries.ToDictionary(entry => entry.Shown.Slug, entry => entry.Shown, StringComparer.Ordinal);
        foreach (var (entry, word) in _entries.SelectMany(entry => entry.Name.Concat(entry.Place).Concat(entry.Kind).Distinct().Select(word => (entry, word))))
        {
            (_holding.TryGetValue(word, out var list) ? list : _holding[word] = []).Add(entry);
        }

        _common.UnionWith(kinds.Values.SelectMany(words => words));
        _places.UnionWith(_entries.SelectMany(entry => entry.Place));
        _common.UnionWith(_entries.SelectMany(entry => entry.Name.Except(entry.Place)).CountBy(word => word).Where(pair => pair.Value >= CommonFrom).Select(pair => pair.Key));
    }

    /// <summary>The service of the slug; null when it is not shown any more.</summary>
    public LocalName? Find(string slug) => _named.GetValueOrDefault(slug);

    /// <summary>
    /// Those that a text names so that no other is meant: by words of the name or the type together with the place, or by a whole name that is more than a sort of place.
    /// Words that neither has make it something else that is asked. The words are looked up; the services are not gone through.
    /// </summary>
    public IReadOnlyList<LocalName> Named(string text)
    {
        var asked = AskedIn(text, MostWords + 1);
        if (asked.Count is < 2 or > MostWords || asked.TrueForAll(word => _common.Contains(word.Stem) && !_places.Contains(word.Place)))
        {
            return [];
        }

        var rarest = asked.MinBy(word => ListOf(word.Place).Count + ListOf(word.Stem).Count);
        var holding = ListOf(rarest.Place).Concat(ListOf(rarest.Stem)).Distinct().Where(entry => asked.TrueForAll(entry.Has)).ToList();
        var placed = holding.FindAll(entry => entry.IsPlaced(asked));
        var whole = holding.FindAll(entry => entry.IsWhole(asked, _common));
        return
        [
            .. (whole.Count <= Most ? whole.Union(placed) : placed)
                .OrderByDescending(whole.Contains).ThenByDescending(entry => asked.Count(word => entry.Name.Contains(word.Stem))).ThenBy(entry => entry.Name.Count).ThenBy(entry => entry.Shown.Slug, StringComparer.Ordinal)
                .Take(Most).Select(entry => entry.Shown),
        ];
    }

    /// <summary>Those with words that begin with all the written ones in name, place or type; for people who choose among them.</summary>
    public IReadOnlyList<LocalName> Beginning(string? text, int most)
    {
        var begun = AskedIn(text ?? "", MostWords);
        return begun.Count == 0 ? [] : [.. _entries.Where(entry => begun.TrueForAll(entry.Begins)).OrderBy(entry => entry.Shown.Town, StringComparer.CurrentCulture).ThenBy(entry => entry.Shown.Slug, StringComparer.Ordinal).Take(most).Select(entry => entry.Shown)];
    }

    private static IEnumerable<string> WordsOf(string text, int most = int.MaxValue) => Word.In(text, most).Select(word => word.Text).Where(word => !Small.Contains(word));

    private static List<(string Place, string Stem)> AskedIn(string text, int most) => [.. WordsOf(text, most).Distinct().Select(word => (Word.Fold(word), StemOf(word)))];

    private static string StemOf(string word) => Word.Fold(WordStem.WithoutKeeping(word, "nb"));

    private static FrozenSet<string> StemsOf(string text) => WordsOf(text).Select(StemOf).ToFrozenSet(StringComparer.Ordinal);

    private List<Entry> ListOf(string word) => _holding.TryGetValue(word, out var list) ? list : [];

    private sealed record Entry(LocalName Shown, FrozenSet<string> Name, FrozenSet<string> Place, FrozenSet<string> Kind)
    {
        /// <summary>Whether the place is named, and something that is there.</summary>
        public bool IsPlaced(List<(string Place, string Stem)> asked) => asked.Exists(word => Place.Contains(word.Place)) && asked.Exists(word => !Place.Contains(word.Place));

        /// <summary>Whether all of the name is there that says which place it is and not what sort of place.</summary>
        public bool IsWhole(List<(string Place, string Stem)> asked, HashSet<string> common)
        {
            var own = Name.Where(word => !Place.Contains(word) && !common.Contains(word)).ToList();
            return own.Count > 0 && own.TrueForAll(word => asked.Exists(one => one.Stem == word));
        }

        public bool Has((string Place, string Stem) word) => Place.Contains(word.Place) || Name.Contains(word.Stem) || Kind.Contains(word.Stem);

        /// <summary>Whether one of its words begins like this.</summary>
        public bool Begins((string Place, string Stem) word) => Name.Concat(Place).Concat(Kind).Any(own => own.StartsWith(word.Place, StringComparison.Ordinal) || own == word.Stem);
    }
}
