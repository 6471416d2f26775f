using System.Globalization;
using System.Net;
using UngPortal.Testing;

namespace UngPortal.Tests.Features.Api;

/// <summary>What HTTP and browsers ask besides the question itself.</summary>
[Collection(ShippedSite.Name)]
public sealed class TransportTests(PortalApp app)
{
    [Theory]
    [InlineData("{0}", HttpStatusCode.NotModified)]
    [InlineData("W/{0}", HttpStatusCode.NotModified)]
    [InlineData("\"x\",W/{0} , \"y\"", HttpStatusCode.NotModified)]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("W/\"x\", \"y\"", HttpStatusCode.OK)]
    [InlineData("no tag", HttpStatusCode.OK)]
    public async Task Tags_AreComparedWeakly_OneOrMany(string asked, HttpStatusCode status)
    {
        using var first = await app.AskAsync("/taxonomies");
        using var again = await app.AskAsync("/taxonomies", "If-None-Match", string.Format(CultureInfo.InvariantCulture, asked, first.Headers.ETag!.Tag));

        Assert.Equal(status, again.StatusCode);
    }

    [Theory]
    [InlineData("/services", 200)]
    [InlineData("/services/112-politi", 200)]
    [InlineData("/openapi.json", 200)]
    [InlineData("/services?page=0", 400)]
    [InlineData("/finnes-ikke", 404)]
    public async Task Head_IsAnsweredLikeGet_WithoutABody(string path, int status)
    {
        using var visitor = app.CreateVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(ApiVisits.Root + path, UriKind.Relative));
        using var head = await visitor.SendAsync(request);
        using var get = await app.AskAsync(path);

        Assert.Equal(status, (int)head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal("*", head.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/services")]
    [InlineData("/services/112-politi")]
    [InlineData("/openapi.json")]
    public async Task Leave_ToSendATag_IsGivenToAnyonesPage(string path)
    {
        using var visitor = app.CreateVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Options, new Uri(ApiVisits.Root + path, UriKind.Relative));
        request.Headers.Add("Origin", "https://example.org");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        using var response = await visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("GET, HEAD", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Equal("If-None-Match", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
        Assert.False(response.Headers.Contains("Access-Control-Allow-Credentials"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
