using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Caching;

/// <summary>The rendered public pages of this node. Nothing here is the only copy of anything.</summary>
/// <remarks>An evicted page stays for 24 hours as something to show when it can't be rendered anew.</remarks>
public sealed class PageCache
{
    private const int MaxRememberedTags = 10_000;
    private readonly ConcurrentDictionary<string, PageEntry> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _evictedTags = new(StringComparer.Ordinal);
    private readonly Lock _evicting = new();
    private readonly Lock _trimming = new();
    private readonly PageCacheOptions _options;
    private readonly TimeProvider _time;
    private long _generation;
    private long _everythingEvictedAt;
    private long _bytes;

    /// <summary>Creates an empty cache.</summary>
    public PageCache(IOptions<PageCacheOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
    }

    /// <summary>How many pages there are, fresh and stale.</summary>
    public int Count => _entries.Count;

    /// <summary>About how many bytes their bodies take.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    internal long Now => _time.GetUtcNow().UtcTicks;

    /// <summary>Counts evictions; a rendering notes it at its start.</summary>
    internal long Generation => Volatile.Read(ref _generation);

    /// <summary>Marks the pages made of this for rendering anew, those that are being rendered right now too.</summary>
    public void EvictByTag(string tag)
    {
        lock (_evicting)
        {
            if (_evictedTags.Count >= MaxRememberedTags)
            {
                _evictedTags.Clear();
                _everythingEvictedAt = _generation + 1;
            }

            _evictedTags[tag] = Interlocked.Increment(ref _generation);
        }

        Mark(entry => entry.Tags.Contains(tag, StringComparer.Ordinal));
    }

    /// <summary>Marks every page for rendering anew.</summary>
    public void EvictAll()
    {
        lock (_evicting)
        {
            _evictedTags.Clear();
            _everythingEvictedAt = Interlocked.Increment(ref _generation);
        }

        Mark(_ => true);
    }

    internal PageEntry? Find(string key, long now)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            return null;
        }

        if (!entry.IsUsable(now))
        {
            _entries.TryRemove(new(key, entry));
            return null;
        }

        entry.LastUsed = now;
        return entry;
    }

    internal void Store(PageEntry entry)
    {
        entry.LastUsed = Now;
        _entries[entry.Key] = entry;
        Interlocked.Add(ref _bytes, entry.Bytes);
        if (WasEvictedSince(entry))
        {
            entry.Evict(Now);
        }

        TrimIfFull();
    }

    internal void Remove(PageEntry entry) => _entries.TryRemove(new(entry.Key, entry));

    internal PageCopy CopyOf(PageEntry entry, PageEncoding encoding)
    {
        var copy = entry.Copy(encoding, out var made);
        if (made)
        {
            Interlocked.Add(ref _bytes, copy.Body.Length);
            TrimIfFull();
        }

        return copy;
    }

    private void Mark(Func<PageEntry, bool> concerned)
    {
        var now = Now;
        foreach (var (_, entry) in _entries)
        {
            if (concerned(entry))
            {
                entry.Evict(now);
            }
        }
    }

    private bool WasEvictedSince(PageEntry entry)
    {
        lock (_evicting)
        {
            return entry.Generation < _everythingEvictedAt
                || entry.Tags.Any(tag => _evictedTags.TryGetValue(tag, out var at) && entry.Generation < at);
        }
    }

    private void TrimIfFull()
    {
        if ((_entries.Count > _options.MaxEntries || Bytes > _options.MaxBytes) && _trimming.TryEnter())
        {
            try
            {
                Volatile.Write(ref _bytes, PageTrim.Run(_entries, _options, Now));
            }
            finally
            {
                _trimming.Exit();
            }
        }
    }
}
