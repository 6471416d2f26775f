using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Platform.Caching;

namespace UngPortal.Tests.Platform.Caching;

public sealed class HitCostTests
{
    private const int Hits = 2_000;
    private const int MostBytes = 2_048;

    [Theory]
    [InlineData("/side", "", "", "br")]
    [InlineData("/side", "", "", "")]
    [InlineData("/side", "?tema=kropp&utm_source=x", "", "gzip, br")]
    [InlineData("/side", "?tema=kropp", "alder=13-15; annet=1", "gzip, br")]
    public async Task Get_Hit_AllocatesAtMost2Kilobytes(string path, string query, string cookie, string acceptEncoding)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddPageCache();
        builder.Services.Configure<PageCacheOptions>(options =>
        {
            options.QueryKeys.Add("tema");
            options.VaryByCookie["alder"] = new HashSet<string> { "13-15" };
        });
        await using var app = builder.Build();
        var page = new CountedPage();
        var pipe = Pipe(app.Services, page);
        RequestDelegate bare = async context => await context.Response.BodyWriter.WriteAsync(new byte[1]);

        await RunAsync(pipe, 1_000);
        await RunAsync(bare, 1_000);
        var own = await RunAsync(pipe, Hits) - await RunAsync(bare, Hits);

        Assert.Equal(1, page.Renders);
        Assert.InRange(own / Hits, long.MinValue, MostBytes);

        async Task<long> RunAsync(RequestDelegate run, int times)
        {
            var contexts = Enumerable.Range(0, times).Select(_ => Request(path, query, cookie, acceptEncoding)).ToArray();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var context in contexts)
            {
                var task = run(context);
                if (!task.IsCompletedSuccessfully)
                {
                    await task;
                }
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static RequestDelegate Pipe(IServiceProvider services, CountedPage page)
    {
        var pipe = new ApplicationBuilder(services);
        pipe.UseStoredPages();
        pipe.Use((HttpContext context, RequestDelegate next) =>
        {
            context.SetEndpoint(new Endpoint(page.WriteAsync, new EndpointMetadataCollection(new CachedPageAttribute()), "page"));
            return next(context);
        });
        pipe.UsePageRendering();
        pipe.Run(page.WriteAsync);
        return pipe.Build();
    }

    private static DefaultHttpContext Request(string path, string query, string cookie, string acceptEncoding)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        context.Request.Headers.AcceptEncoding = acceptEncoding;
        if (cookie.Length > 0)
        {
            context.Request.Headers.Cookie = cookie;
        }

        context.Response.Headers.Date = "x";
        return context;
    }
}
