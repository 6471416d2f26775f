using UngPortal.Platform.Caching;

namespace UngPortal.Tests.Platform.Caching;

public sealed class PageTrimTests
{
    private readonly CountedPage _page = new();

    [Fact]
    public async Task Store_MoreThanFits_DropsWhatWasUsedLongestAgo()
    {
        await using var site = await CachedSite.StartAsync(_page, options => Limit(options, 40, long.MaxValue));
        for (var number = 0; number < 41; number++)
        {
            await site.TextAsync($"/sider/{number}");
            site.Time.Advance(TimeSpan.FromSeconds(1));
            await site.TextAsync("/sider/0");
        }

        Assert.InRange(site.Cache.Count, 30, 40);
        var before = _page.Renders;
        await site.TextAsync("/sider/0");
        Assert.Equal(before, _page.Renders);
        await site.TextAsync("/sider/1");
        Assert.Equal(before + 1, _page.Renders);
    }

    [Fact]
    public async Task Store_MoreBytesThanAllowed_StaysWithinThem()
    {
        await using var site = await CachedSite.StartAsync(_page, options => Limit(options, 10_000, 4_000));
        for (var number = 0; number < 300; number++)
        {
            await site.TextAsync($"/sider/{number}");
        }

        Assert.InRange(site.Cache.Bytes, 1, 4_000);
        Assert.InRange(site.Cache.Count, 10, 299);
    }

    private static void Limit(PageCacheOptions options, int entries, long bytes)
    {
        options.MaxEntries = entries;
        options.MaxBytes = bytes;
    }
}
