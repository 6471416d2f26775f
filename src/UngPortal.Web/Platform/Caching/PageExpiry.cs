namespace UngPortal.Platform.Caching;

/// <summary>When a rendering is too old, counted from its beginning: what it says was true then.</summary>
internal static class PageExpiry
{
    /// <summary>UTC ticks.</summary>
    public static long Of(CachedPageAttribute page, long began) => page.UntilNextMinute
        ? began - (began % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute
        : began + TimeSpan.TicksPerDay;
}
