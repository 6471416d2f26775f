namespace UngPortal.Platform.Caching;

/// <summary>What a rendering was made of, e.g. <c>article:sovn</c>; a request feature while a cached page renders.</summary>
public sealed class CacheTags
{
    private readonly HashSet<string> _tags = new(StringComparer.Ordinal);

    /// <summary>Notes a tag; twice is once.</summary>
    public void Add(string tag) => _tags.Add(tag);

    /// <summary>Under which name readings of the page are counted; null for one that nobody counts.</summary>
    public string? Counted { get; set; }

    /// <summary>The tags so far.</summary>
    public string[] ToArray() => [.. _tags];
}
