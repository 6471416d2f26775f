using System.ComponentModel.DataAnnotations;

namespace UngPortal.Platform.Caching;

/// <summary>The configuration section <c>PageCache</c>; features add their query keys and cookies in code.</summary>
public sealed record PageCacheOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "PageCache";

    /// <summary>The query keys that cached pages may read; others are hidden from them.</summary>
    public IList<string> QueryKeys { get; init; } = [];

    /// <summary>Query keys whose values tell of somebody, such as where they are: a request with one neither reads nor fills the cache. Empty values count as none.</summary>
    public IList<string> PrivateQueryKeys { get; init; } = [];

    /// <summary>Cookies that change a cached page, with the values they may have; any other value counts as no cookie.</summary>
    public IDictionary<string, ISet<string>> VaryByCookie { get; init; } = new Dictionary<string, ISet<string>>(StringComparer.Ordinal);

    /// <summary>Beginnings of cookie names that make a request private: it neither reads nor fills the cache.</summary>
    public IList<string> PrivateCookies { get; init; } = [];

    /// <summary>The most pages kept.</summary>
    [Range(1, 1_000_000)]
    public int MaxEntries { get; set; } = 10_000;

    /// <summary>The most bytes of page bodies kept.</summary>
    [Range(1, long.MaxValue)]
    public long MaxBytes { get; set; } = 128 * 1024 * 1024;

    /// <summary>Whether the thread that hears a connection may answer it from here: a third less work for each answer.</summary>
    public bool AnswersWhereHeard { get; set; } = true;

    /// <summary>How long a request waits for someone else's rendering before it takes the old copy.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a rendering may take while there is an old copy to fall back on.</summary>
    public TimeSpan RenderLimit { get; set; } = TimeSpan.FromSeconds(5);
}
