namespace UngPortal.Platform.Caching;

/// <summary>Marks a public page that is the same for every anonymous reader, so that one rendering serves all of them.</summary>
/// <remarks>Such a page sees only the query keys and cookies that are part of its key; it sets no cookie and holds no antiforgery token.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class CachedPageAttribute : Attribute
{
    /// <summary>Whether the page says something about the present minute (open or closed); else a rendering lasts 24 hours.</summary>
    public bool UntilNextMinute { get; init; }
}
