using UngPortal.Kernel;

namespace UngPortal.Features.Services.Finding;

/// <summary>Where those lie who have told something of themselves, by what they told. The database finds the nearest of all on an index, but reads thousands to find the nearest of the few who told one thing.</summary>
public sealed class ToldPlaces
{
    /// <summary>Of more than so many there are always some near, and the index on coordinates finds them sooner.</summary>
    public const int Few = 5_000;

    private readonly List<(int Id, GeoPoint Point)> _places = [];
    private readonly Dictionary<string, List<int>> _byTopic = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byLanguage = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byFact = new(StringComparer.Ordinal);

    public void Add(int id, GeoPoint point, IEnumerable<string> topics, IEnumerable<string> languages, IEnumerable<string> told)
    {
        foreach (var (index, values) in new[] { (_byTopic, topics), (_byLanguage, languages), (_byFact, told) })
        {
            foreach (var value in values)
            {
                (index.TryGetValue(value, out var those) ? those : index[value] = []).Add(_places.Count);
            }
        }

        _places.Add((id, point));
    }

    /// <summary>Those who told all that is asked for; null when nothing is, or when they are many.</summary>
    public IReadOnlyList<(int Id, GeoPoint Point)>? FewWith(FinderFilter filter)
    {
        List<HashSet<int>> asked = [];
        if (filter.Topic is not null)
        {
            asked.Add([.. filter.Topics.SelectMany(slug => _byTopic.GetValueOrDefault(slug, []))]);
        }

        asked.AddRange(new[] { (_byLanguage, filter.Language), (_byFact, filter.Access) }.Where(one => one.Item2 is not null).Select(one => one.Item1.GetValueOrDefault(one.Item2!, []).ToHashSet()));
        if (asked.Count == 0)
        {
            return null;
        }

        var those = asked.MinBy(one => one.Count)!.Where(place => asked.TrueForAll(one => one.Contains(place))).Take(Few + 1).ToList();
        return those.Count > Few ? null : [.. those.Select(place => _places[place])];
    }
}
