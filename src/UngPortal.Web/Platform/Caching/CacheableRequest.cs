namespace UngPortal.Platform.Caching;

/// <summary>The request feature that carries a key from the look-up to the rendering.</summary>
internal sealed class CacheableRequest(string key, PageEntry? old)
{
    public string Key => key;

    /// <summary>The copy to fall back on, if any.</summary>
    public PageEntry? Old => old;

    /// <summary>Set by the first rendering; an error page executed later in the same request isn't the page of the key.</summary>
    public bool IsTaken { get; set; }
}
