namespace UngPortal.Tests.Platform.Caching;

public sealed class PageKeyTests
{
    private readonly CountedPage _page = new();

    [Theory]
    [InlineData("/ekko?tema=kropp&side=2", "/ekko?side=2&tema=kropp", 1)]
    [InlineData("/ekko?side=2", "/ekko?side=2&utm_source=x", 1)]
    [InlineData("/ekko", "/ekko?utm_source=x", 1)]
    [InlineData("/ekko?side=2", "/ekko?side=3", 2)]
    [InlineData("/ekko", "/ekko?side=", 2)]
    [InlineData("/ekko?side=1&side=2", "/ekko?side=2&side=1", 2)]
    [InlineData("/sider/a", "/sider/A", 2)]
    [InlineData("/sider/a?side=2", "/sider/a%3Fside=2", 2)]
    public async Task Get_TwoAddresses_ShareAPageOrNot(string one, string other, int pages)
    {
        await using var site = await StartAsync();

        await site.TextAsync(one);
        await site.TextAsync(other);

        Assert.Equal(pages, site.Cache.Count);
    }

    [Theory]
    [InlineData("tema=a%0A%3Fside=2")]
    [InlineData("side=1&side=2&side=3&side=4&side=5&side=6&side=7&side=8&side=9")]
    public async Task Get_UnreasonableQuery_IsNotStored(string query)
    {
        await using var site = await StartAsync();

        await site.TextAsync("/ekko?" + query);

        Assert.Equal(0, site.Cache.Count);
    }

    [Fact]
    public async Task Get_PrivateValue_IsSeenByThePage_AndNeitherStoredNorAnsweredFromTheStore()
    {
        await using var site = await StartAsync();

        Assert.Equal("?tema=a&sted=0580|", await site.TextAsync("/ekko?tema=a&sted=0580"));
        Assert.Equal(0, site.Cache.Count);
        Assert.Equal("?tema=a|", await site.TextAsync("/ekko?tema=a&sted="));
        Assert.Equal(1, site.Cache.Count);
        Assert.Equal("?tema=a&STED=9510|", await site.TextAsync("/ekko?tema=a&STED=9510"));
        Assert.Equal("?tema=a&sted=&sted=9510|", await site.TextAsync("/ekko?tema=a&sted=&sted=9510"));
        Assert.Equal(1, site.Cache.Count);
    }

    [Fact]
    public async Task Get_LongValueOrPath_IsNotStored()
    {
        await using var site = await StartAsync();

        await site.TextAsync("/ekko?tema=" + new string('a', 101));
        await site.TextAsync("/sider/" + new string('a', 300));

        Assert.Equal(0, site.Cache.Count);
    }

    [Fact]
    public async Task Get_CachedPage_SeesOnlyWhatIsInItsKey()
    {
        await using var site = await StartAsync();

        var text = await site.TextAsync("/ekko?utm=<script>&tema=s%C3%B8vn&side=2", "Cookie", "spor=1; alder=13-15");

        Assert.Equal("?side=2&tema=s%C3%B8vn|alder=13-15", text);
    }

    [Fact]
    public async Task Get_CookieValues_KnownOnesPartPagesAndOthersCountAsNone()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/ekko");

        await site.TextAsync("/ekko", "Cookie", "alder=99");
        Assert.Equal(1, site.Cache.Count);

        await site.TextAsync("/ekko", "Cookie", "alder=13-15");
        Assert.Equal(2, site.Cache.Count);
    }

    [Fact]
    public async Task Get_OtherHost_SharesThePage()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/side");

        await site.TextAsync("/side", "Host", "annet.example");

        Assert.Equal(1, _page.Renders);
    }

    private Task<EdgeSite> StartAsync() => CachedSite.StartAsync(_page, options =>
    {
        options.QueryKeys.Add("side");
        options.QueryKeys.Add("tema");
        options.PrivateQueryKeys.Add("sted");
        options.VaryByCookie["alder"] = new HashSet<string> { "13-15", "16-20" };
    });
}
