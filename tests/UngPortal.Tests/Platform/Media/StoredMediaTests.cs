using System.Net;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Media.Storing;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Media;

/// <summary>How stored media is handed out: for good, in ranges, and inert when opened by itself.</summary>
public sealed class StoredMediaTests(PortalApp app) : IClassFixture<PortalApp>
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1_000).Select(i => (byte)i)];

    [Fact]
    public async Task V3_2_1_Get_APicture_IsInertAndLasts()
    {
        var address = await PutAsync();
        using var visitor = app.CreateVisitor();

        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(Content, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/webp", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", answer.Headers.NonValidated["Cache-Control"]));
        Assert.Equal("nosniff", string.Join("", answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox; default-src 'none'", string.Join("", answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal($"inline; filename=\"{address.Split('/')[^1]}\"", answer.Content.Headers.NonValidated["Content-Disposition"].ToString());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("bytes=0-0", 206, "bytes 0-0/1000", 0, 1)]
    [InlineData("bytes=990-", 206, "bytes 990-999/1000", 990, 10)]
    [InlineData("bytes=990-5000", 206, "bytes 990-999/1000", 990, 10)]
    [InlineData("bytes=-5", 206, "bytes 995-999/1000", 995, 5)]
    [InlineData("bytes=-5000", 206, "bytes 0-999/1000", 0, 1_000)]
    [InlineData("bytes=1000-", 416, "bytes */1000", 0, 0)]
    [InlineData("bytes=-0", 416, "bytes */1000", 0, 0)]
    [InlineData("bytes=0-1,5-6", 200, null, 0, 1_000)]
    [InlineData("bytes=9-3", 200, null, 0, 1_000)]
    [InlineData("tegn=0-1", 200, null, 0, 1_000)]
    public async Task Get_ARange_IsThatPart(string range, int status, string? said, int from, int count)
    {
        var address = await PutAsync();
        using var visitor = app.CreateVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Range", range);

        using var answer = await visitor.SendAsync(request);

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal(said, answer.Content.Headers.ContentRange?.ToString());
        if (status != 416)
        {
            Assert.Equal(Content[from..(from + count)], await answer.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task Get_WhatTheBrowserHas_IsNotSentAgain()
    {
        var address = await PutAsync();
        using var visitor = app.CreateVisitor();
        using var first = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        using var known = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var stale = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new(0, 9), IfRange = new(new System.Net.Http.Headers.EntityTagHeaderValue("\"annen\"")) } };
        using var head = new HttpRequestMessage(HttpMethod.Head, address);

        using var second = await visitor.SendAsync(known);
        using var third = await visitor.SendAsync(stale);
        using var fourth = await visitor.SendAsync(head);

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK, HttpStatusCode.OK), (second.StatusCode, third.StatusCode, fourth.StatusCode));
        Assert.Equal((1_000L, 0), (fourth.Content.Headers.ContentLength, (await fourth.Content.ReadAsByteArrayAsync()).Length));
    }

    [Theory]
    [InlineData("0123456789abcdef0123456789abcdef.webp")]
    [InlineData("0123456789abcdef0123456789abcdef.svg")]
    [InlineData("..%2f..%2fungportal.db")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF.webp")]
    public async Task Get_NoStoredName_Is404(string name)
    {
        using var visitor = app.CreateVisitor();

        using var answer = await visitor.GetAsync(new Uri(StoredMedia.PicturePrefix + name, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    private async Task<string> PutAsync()
    {
        var name = MediaName.New("webp");
        var path = Path.Combine(app.Database.Folder, name.Text);
        await File.WriteAllBytesAsync(path, Content);
        await app.Services.GetRequiredService<IMediaStore>().PutAsync(name, path, CancellationToken.None);
        return StoredMedia.UrlOf(name.Text);
    }
}
