using System.IO.Compression;

namespace UngPortal.Tests.Platform.Caching;

public sealed class PageEncodingTests
{
    private readonly CountedPage _page = new();

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("BR", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.1, gzip;q=0.9", "gzip")]
    [InlineData("br;q=0.5, gzip;q=0.5", "br")]
    [InlineData("gzip; q=0 , br ; q=0", null)]
    [InlineData("identity", null)]
    [InlineData("identity;q=1, gzip;q=0.5", null)]
    [InlineData("identity;q=0.2, gzip;q=0.5", "gzip")]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("br;q=0, *", "gzip")]
    [InlineData("gzip, *;q=0", "gzip")]
    [InlineData("br;q=nonsense, gzip;q=0.1", "gzip")]
    [InlineData("br;q=-1", null)]
    [InlineData("deflate, zstd", null)]
    [InlineData(",;,;;", null)]
    [InlineData("", null)]
    public async Task Get_AcceptEncoding_GivesBestKnownEncoding(string header, string? expected)
    {
        await using var site = await CachedSite.StartAsync(_page);
        var plain = await site.TextAsync("/side");

        using var response = await site.GetAsync("/side", "Accept-Encoding", header);

        Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(plain, await OpenAsync(response));
        Assert.Equal(1, _page.Renders);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task Get_EachEncodingFirst_OthersStillRight(string first)
    {
        await using var site = await CachedSite.StartAsync(_page);
        using var warm = await site.GetAsync("/side", "Accept-Encoding", first);

        foreach (var encoding in new[] { "br", "gzip", "identity" })
        {
            using var response = await site.GetAsync("/side", "Accept-Encoding", encoding);
            var length = response.Content.Headers.ContentLength;
            Assert.Equal((await response.Content.ReadAsByteArrayAsync()).Length, length);
            Assert.StartsWith("<p>rendering 1", await OpenAsync(response), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_AskedForAgain_BecomesSmallerUnderANewTag()
    {
        await using var site = await CachedSite.StartAsync(_page);
        using var first = await site.GetAsync("/side", "Accept-Encoding", "br");
        var text = await OpenAsync(first);

        var tag = first.Headers.ETag;
        for (var tries = 0; tries < 500 && Equals(tag, first.Headers.ETag); tries++)
        {
            await Task.Delay(20);
            using var again = await site.GetAsync("/side", "Accept-Encoding", "br");
            tag = again.Headers.ETag;
            Assert.Equal(text, await OpenAsync(again));
        }

        Assert.EndsWith("-b11\"", tag!.Tag, StringComparison.Ordinal);
        using var old = await site.GetAsync("/side", "Accept-Encoding", "br", "If-None-Match", first.Headers.ETag!.Tag);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, old.StatusCode);
        Assert.Equal(first.Headers.ETag, old.Headers.ETag);
    }

    [Fact]
    public async Task Get_SearchPage_IsCompressedAndNotStored()
    {
        await using var site = await CachedSite.StartAsync(_page);

        using var response = await site.GetAsync("/sok?q=a", "Accept-Encoding", "br");

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(0, site.Cache.Count);
    }

    private static async Task<string> OpenAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStreamAsync();
        body.Position = 0;
        Stream open = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(open);
        return await reader.ReadToEndAsync();
    }
}
