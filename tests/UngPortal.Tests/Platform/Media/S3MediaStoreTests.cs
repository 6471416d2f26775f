using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Media.Storing;
using UngPortal.Testing;

namespace UngPortal.Tests.Platform.Media;

/// <summary>Media in an S3-compatible store: what the site asks for and how it signs, and what it says when the store is away.</summary>
public sealed class S3MediaStoreTests : IAsyncLifetime
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1_000).Select(i => (byte)i)];
    private S3Server _server = null!;
    private PortalApp _app = null!;

    private IMediaStore Store => _app.Services.GetRequiredService<IMediaStore>();

    [Fact]
    public async Task Put_AFile_IsOneSignedRequestUnderItsOwnName()
    {
        var name = await PutAsync();

        var asked = Assert.Single(_server.Requests);
        Assert.Equal(("PUT", $"/{S3Server.Bucket}/library/{name}"), (asked.Method, asked.Path));
        Assert.Matches($@"^AWS4-HMAC-SHA256 Credential={S3Server.AccessKey}/\d{{8}}/nb-prove-1/s3/aws4_request, ?SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, ?Signature=[0-9a-f]{{64}}$", asked.Headers["Authorization"]);
        Assert.Matches(@"^\d{8}T\d{6}Z$", asked.Headers["x-amz-date"]);
        Assert.NotEmpty(asked.Headers["x-amz-content-sha256"]);
        Assert.Equal("1000", asked.Headers["Content-Length"]);
        Assert.Equal(Content, _server.Objects[$"library/{name}"].Content);
        Assert.Equal("image/jpeg", _server.Objects[$"library/{name}"].Type);
    }

    [Fact]
    public async Task Get_OfAStoredPicture_AsksForTheRangeOnly()
    {
        var name = await PutAsync();
        using var visitor = _app.CreateVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, StoredMedia.UrlOf(name.Text)) { Headers = { Range = new RangeHeaderValue(100, 199) } };

        using var part = await visitor.SendAsync(request);
        var whole = await visitor.GetByteArrayAsync(new Uri(StoredMedia.UrlOf(name.Text), UriKind.Relative));

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(Content[100..200], await part.Content.ReadAsByteArrayAsync());
        Assert.Equal(Content, whole);
        Assert.Equal(["bytes=100-199", "bytes=0-999"], _server.Requests.Where(asked => asked.Method == "GET").Select(asked => asked.Headers["Range"]));
        Assert.Equal(2, _server.Requests.Count(asked => asked.Method == "HEAD"));
    }

    [Fact]
    public async Task List_LongerThanAPage_IsReadToItsEnd()
    {
        var names = new List<MediaName>();
        for (var i = 0; i < 5; i++)
        {
            names.Add(await PutAsync());
        }

        var found = new List<MediaName>();
        await foreach (var name in Store.StoredBeforeAsync(PortalApp.Start.UtcDateTime, CancellationToken.None))
        {
            found.Add(name);
        }

        Assert.Equal(names.Select(name => name.Text).Order(StringComparer.Ordinal), found.Select(name => name.Text));
        Assert.Equal(3, _server.Requests.Count(asked => asked.Query.Contains("list-type=2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Delete_AFile_LeavesNothing()
    {
        var name = await PutAsync();

        await Store.DeleteAsync(name, CancellationToken.None);

        Assert.Empty(_server.Objects);
        Assert.Null(await Store.LengthAsync(name, CancellationToken.None));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task Ask_AStoreThatFails_IsAnIoProblemAndTheVisitorsAnswer503(int status)
    {
        var name = await PutAsync();
        _server.Failing = status;
        using var visitor = _app.CreateVisitor();

        using var answer = await visitor.GetAsync(new Uri(StoredMedia.UrlOf(name.Text), UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        await Assert.ThrowsAsync<IOException>(PutAsync);
    }

    public async Task InitializeAsync()
    {
        _server = await S3Server.StartAsync();
        _app = new PortalApp().With("Media:S3:ServiceUrl", _server.Address).With("Media:S3:Bucket", S3Server.Bucket).With("Media:S3:Region", "nb-prove-1")
            .With("Media:S3:AccessKey", S3Server.AccessKey).With("Media:S3:SecretKey", "ikke-hemmelig");
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _server.DisposeAsync();
    }

    private async Task<MediaName> PutAsync()
    {
        var name = MediaName.New("jpg");
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, Content);
        try
        {
            await Store.PutAsync(name, path, CancellationToken.None);
        }
        finally
        {
            File.Delete(path);
        }

        return name;
    }
}
