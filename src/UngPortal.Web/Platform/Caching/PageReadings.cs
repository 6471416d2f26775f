using System.Collections.Concurrent;

namespace UngPortal.Platform.Caching;

/// <summary>How often stored pages were sent since somebody last took the counts: numbers by what the page is about, nothing of who read it.</summary>
public sealed class PageReadings
{
    private const int MostNames = 100_000;
    private ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Takes all counts; they begin at nothing again.</summary>
    public IReadOnlyDictionary<string, int> Take() => Interlocked.Exchange(ref _counts, new(StringComparer.Ordinal));

    /// <summary>Counts one reading, or several that could not be kept.</summary>
    public void Add(string name, int count = 1)
    {
        if (_counts.Count < MostNames || _counts.ContainsKey(name))
        {
            _counts.AddOrUpdate(name, count, (_, known) => known + count);
        }
    }
}
