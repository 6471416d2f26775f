using System.Net;
using UngPortal.Platform.Caching;

namespace UngPortal.Tests.Platform.Caching;

public sealed class PageCacheTests
{
    private readonly CountedPage _page = new();

    [Fact]
    public async Task Get_Twice_RendersOnce()
    {
        await using var site = await StartAsync();

        var first = await site.TextAsync("/side");
        var second = await site.TextAsync("/side");

        Assert.Equal(first, second);
        Assert.Equal(1, _page.Renders);
        Assert.Equal(1, site.Cache.Count);
    }

    [Fact]
    public async Task Head_AfterGet_HasLengthAndNoBody()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/side");

        using var response = await site.SendAsync(HttpMethod.Head, "/side");

        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(1, _page.Renders);
    }

    [Fact]
    public async Task Get_CachedPage_SaysNoCacheVaryAndStrongTag()
    {
        await using var site = await StartAsync();

        using var response = await site.GetAsync("/side");

        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
        Assert.Equal(["Accept-Encoding", "Cookie"], response.Headers.Vary);
        Assert.False(response.Headers.ETag!.IsWeak);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("/umerket")]
    [InlineData("/kake")]
    [InlineData("/borte")]
    [InlineData("/videre")]
    public async Task Get_NotStorable_IsNotStored(string path)
    {
        await using var site = await StartAsync();

        using var response = await site.GetAsync(path);

        Assert.Equal(0, site.Cache.Count);
        Assert.Null(response.Headers.ETag);
    }

    [Theory]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("Cookie", "__Host-ansatt=abc")]
    [InlineData("Cookie", "a=b; __Host-ansattC1=abc")]
    public async Task Get_WithPrivateRequest_BypassesCache(string name, string value)
    {
        await using var site = await StartAsync(options => options.PrivateCookies.Add("__Host-ansatt"));
        await site.TextAsync("/side");

        await site.TextAsync("/side", name, value);

        Assert.Equal(2, _page.Renders);
        Assert.Equal(1, site.Cache.Count);
    }

    [Fact]
    public async Task Post_ToCachedPath_ReachesEndpoint()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/side");

        using var response = await site.SendAsync(HttpMethod.Post, "/side");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Get_AfterNextMinute_RendersMinutePageAgain()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/minutt");
        site.Time.Advance(TimeSpan.FromSeconds(29));
        await site.TextAsync("/minutt");
        Assert.Equal(1, _page.Renders);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        await site.TextAsync("/minutt");

        Assert.Equal(2, _page.Renders);
    }

    [Fact]
    public async Task Get_AfterADay_RendersAgain()
    {
        await using var site = await StartAsync();
        await site.TextAsync("/side");
        site.Time.Advance(TimeSpan.FromHours(24));

        await site.TextAsync("/side");

        Assert.Equal(2, _page.Renders);
    }

    [Fact]
    public async Task Get_NotModified_AnswersEveryKnownTagWith304()
    {
        await using var site = await StartAsync();
        using var brotli = await site.GetAsync("/side", "Accept-Encoding", "br");
        using var gzip = await site.GetAsync("/side", "Accept-Encoding", "gzip");
        Assert.NotEqual(brotli.Headers.ETag, gzip.Headers.ETag);

        foreach (var known in new[] { $"{brotli.Headers.ETag}", $"W/{gzip.Headers.ETag}", $"\"x\", {gzip.Headers.ETag}", "*" })
        {
            using var response = await site.GetAsync("/side", "Accept-Encoding", "br", "If-None-Match", known);
            Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
            Assert.NotNull(response.Headers.ETag);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        using var changed = await site.GetAsync("/side", "Accept-Encoding", "br", "If-None-Match", "\"other-br\"");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    private Task<EdgeSite> StartAsync(Action<PageCacheOptions>? configure = null) => CachedSite.StartAsync(_page, configure);
}
