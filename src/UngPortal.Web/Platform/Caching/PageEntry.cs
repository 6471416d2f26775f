using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace UngPortal.Platform.Caching;

/// <summary>One rendered page. Brotli is the copy that is kept; the others are made from it when first asked for. Times are UTC ticks.</summary>
internal sealed class PageEntry
{
    private static readonly long StaleTicks = TimeSpan.FromHours(24).Ticks;
    private readonly PageCopy?[] _copies = new PageCopy?[3];
    private readonly Lock _making = new();
    private long _evictedAt;
    private long _retryAt;
    private int _brotliHits;

    public PageEntry(string key, byte[] body, long expiresAt)
    {
        Key = key;
        ExpiresAt = expiresAt;
        TagBeginning = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10))}-";
        _copies[(int)PageEncoding.Brotli] = PageCopy.Of(PageCompression.Compress(body, PageEncoding.Brotli), PageEncoding.Brotli, TagBeginning);
    }

    public string Key { get; }

    public long ExpiresAt { get; }

    public string TagBeginning { get; }

    public required string? Route { get; init; }

    public required StringValues ContentType { get; init; }

    public required KeyValuePair<string, StringValues>[] Headers { get; init; }

    public required string[] Tags { get; init; }

    /// <summary>Under which name its readings are counted; null for a page that nobody counts.</summary>
    public string? Counted { get; init; }

    /// <summary>When the eviction count stood, as the rendering began.</summary>
    public required long Generation { get; init; }

    public long LastUsed { get; set; }

    public bool IsEvicted => Volatile.Read(ref _evictedAt) != 0;

    public int Bytes => _copies.Sum(copy => copy?.Body.Length ?? 0);

    public bool IsFresh(long now) => now < ExpiresAt && !IsEvicted;

    /// <summary>Whether the page, fresh or not, may still be shown when nothing better is to be had.</summary>
    public bool IsUsable(long now)
    {
        var evictedAt = Volatile.Read(ref _evictedAt);
        return now < (evictedAt == 0 ? ExpiresAt : Math.Min(evictedAt, ExpiresAt)) + StaleTicks;
    }

    public bool MayRetry(long now) => now >= Volatile.Read(ref _retryAt);

    public void Postpone(long until) => Volatile.Write(ref _retryAt, until);

    public void Evict(long now) => Interlocked.CompareExchange(ref _evictedAt, now, 0);

    /// <summary>The copy in an encoding, and whether it had to be made.</summary>
    public PageCopy Copy(PageEncoding encoding, out bool made)
    {
        made = false;
        return Volatile.Read(ref _copies[(int)encoding]) ?? Make(encoding, out made);
    }

    /// <summary>Whether this brotli hit is the second, the sign that better compression pays.</summary>
    public bool IsSecondBrotliHit() => _brotliHits < 2 && Interlocked.Increment(ref _brotliHits) == 2;

    public void CompressBest()
    {
        var body = PageCompression.OpenBrotli(_copies[(int)PageEncoding.Brotli]!.Body);
        var best = PageCompression.Compress(body, PageEncoding.Brotli, PageCompression.Best);
        Volatile.Write(ref _copies[(int)PageEncoding.Brotli], PageCopy.Of(best, PageEncoding.Brotli, TagBeginning, best: true));
    }

    /// <summary>Lets the uncompressed copy go; it can be made again.</summary>
    public void DropIdentity() => Volatile.Write(ref _copies[(int)PageEncoding.Identity], null);

    private PageCopy Make(PageEncoding encoding, out bool made)
    {
        lock (_making)
        {
            var copy = _copies[(int)encoding];
            made = copy is null;
            if (copy is null)
            {
                var body = PageCompression.OpenBrotli(_copies[(int)PageEncoding.Brotli]!.Body);
                copy = PageCopy.Of(encoding == PageEncoding.Identity ? body : PageCompression.Compress(body, encoding), encoding, TagBeginning);
                Volatile.Write(ref _copies[(int)encoding], copy);
            }

            return copy;
        }
    }
}
