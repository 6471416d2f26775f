using System.Collections.Concurrent;

namespace UngPortal.Platform.Caching;

/// <summary>How often stored pages were sent since somebody last took the counts: numbers by what the page is about, nothing of who read it.</summary>
public sealed class PageReadings
{
    private const int MostNames = 100_000;
    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Takes the counts whose names begin so; they begin at nothing again.</summary>
    public IReadOnlyDictionary<string, int> Take(string beginning)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, _) in _counts)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal) && _counts.TryRemove(name, out var count))
            {
                taken[name] = count;
            }
        }

        return taken;
    }

    /// <summary>Counts one reading, or several that could not be kept.</summary>
    public void Add(string name, int count = 1)
    {
        if (_counts.Count < MostNames || _counts.ContainsKey(name))
        {
            _counts.AddOrUpdate(name, count, (_, known) => known + count);
        }
    }
}
