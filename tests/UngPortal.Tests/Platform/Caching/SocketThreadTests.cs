using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using UngPortal.Platform.Caching;

namespace UngPortal.Tests.Platform.Caching;

/// <summary>Over a real connection: stored pages are answered by the hearing thread, and nothing else ever is.</summary>
public sealed class SocketThreadTests : IAsyncLifetime, IDisposable
{
    private const int MostVisits = 100;

    private readonly CountedPage _page = new();
    private readonly List<bool> _lookUpsInPool = [];
    private readonly List<bool> _worksInPool = [];
    private WebApplication _site = null!;
    private HttpClient _visitor = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddPageCache();
        _site = builder.Build();
        _site.Use(Noting(_lookUpsInPool));
        _site.UseStoredPages();
        _site.Use(Noting(_worksInPool));
        _site.UseRouting();
        _site.UsePageRendering();
        _site.MapGet("/side", _page.WriteAsync).WithMetadata(new CachedPageAttribute());
        _site.MapPost("/skjema", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var text = await reader.ReadToEndAsync();
            _worksInPool.Add(Thread.CurrentThread.IsThreadPoolThread);
            return TypedResults.Text(text);
        });
        _site.Urls.Add("http://127.0.0.1:0");
        await _site.StartAsync();
        _visitor = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 }) { BaseAddress = new Uri(_site.Urls.First()) };
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    public void Dispose() => _visitor.Dispose();

    [Fact]
    public async Task Get_StoredPageAgain_StaysOnTheThreadThatHearsIt()
    {
        // A visit that comes while the one before is just ending may still be answered by its thread.
        for (var visit = 0; visit < MostVisits && !_lookUpsInPool.Contains(false); visit++)
        {
            await _visitor.GetStringAsync("/side");
        }

        Assert.Equal(1, _page.Renders);
        Assert.Equal([true, true], _lookUpsInPool.Take(2));
        Assert.False(_lookUpsInPool[^1]);
        Assert.Equal([true], _worksInPool);
    }

    [Fact]
    public async Task Post_AfterStoredPages_RunsInThePoolFromItsFirstByteToItsLast()
    {
        for (var round = 0; round < 3; round++)
        {
            await _visitor.GetStringAsync("/side");
            await _visitor.GetStringAsync("/side");
            using var form = new StreamContent(new SlowBody("hei på deg"));
            using var answer = await _visitor.PostAsync("/skjema", form);
            Assert.Equal("hei på deg", await answer.Content.ReadAsStringAsync());
            using var missing = await _visitor.GetAsync("/finnes-ikke");
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }

        Assert.Contains(false, _lookUpsInPool);
        Assert.All(_worksInPool, Assert.True);
    }

    private static Func<HttpContext, RequestDelegate, Task> Noting(List<bool> threads) => (context, next) =>
    {
        Assert.NotNull(context.Features.Get<IConnectionSocketFeature>());
        threads.Add(Thread.CurrentThread.IsThreadPoolThread);
        return next(context);
    };

    /// <summary>A body that comes in pieces, so that reading it has to wait for the connection.</summary>
    private sealed class SlowBody(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override async Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken)
        {
            foreach (var piece in ToArray().Chunk(4))
            {
                await destination.WriteAsync(piece, cancellationToken);
                await destination.FlushAsync(cancellationToken);
                await Task.Delay(20, cancellationToken);
            }
        }
    }
}
