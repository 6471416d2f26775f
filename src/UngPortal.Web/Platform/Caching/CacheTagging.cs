namespace UngPortal.Platform.Caching;

/// <summary>How pages say what they were made of.</summary>
public static class CacheTagging
{
    extension(HttpContext context)
    {
        /// <summary>Notes that this page must be rendered anew after <see cref="PageCache.EvictByTag"/> with the same tag; nothing when the page isn't being cached.</summary>
        public void CacheTag(string tag) => context.Features.Get<CacheTags>()?.Add(tag);

        /// <summary>Has each reading of this page counted under a name, those of its stored copies too; nothing when the page isn't being cached.</summary>
        public void CountReading(string name)
        {
            if (context.Features.Get<CacheTags>() is { } tags)
            {
                tags.Counted = name;
            }
        }
    }
}
