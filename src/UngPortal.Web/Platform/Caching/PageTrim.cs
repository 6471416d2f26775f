using System.Collections.Concurrent;

namespace UngPortal.Platform.Caching;

/// <summary>Makes room: first uncompressed copies go, then what nobody may see any more, then what was used longest ago.</summary>
internal static class PageTrim
{
    private const double Fill = 0.95;

    /// <summary>Brings the entries down to 95 % of both limits. Returns the bytes left.</summary>
    public static long Run(ConcurrentDictionary<string, PageEntry> entries, PageCacheOptions options, long now)
    {
        var oldestFirst = entries.Values.OrderBy(entry => entry.IsUsable(now)).ThenBy(entry => entry.LastUsed).ToList();
        if (oldestFirst.Sum(entry => (long)entry.Bytes) > options.MaxBytes)
        {
            oldestFirst.ForEach(entry => entry.DropIdentity());
        }

        var count = oldestFirst.Count;
        var bytes = oldestFirst.Sum(entry => (long)entry.Bytes);
        foreach (var entry in oldestFirst)
        {
            if (entry.IsUsable(now) && count <= options.MaxEntries * Fill && bytes <= options.MaxBytes * Fill)
            {
                break;
            }

            if (entries.TryRemove(new(entry.Key, entry)))
            {
                count--;
                bytes -= entry.Bytes;
            }
        }

        return bytes;
    }
}
