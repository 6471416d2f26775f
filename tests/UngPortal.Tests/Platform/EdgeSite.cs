using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using UngPortal.Platform.Caching;
using UngPortal.Platform.Logging;
using UngPortal.Platform.Security;

namespace UngPortal.Tests.Platform;

/// <summary>The platform's edge around a handful of made-up endpoints, with a clock the test moves.</summary>
internal sealed class EdgeSite : IAsyncDisposable
{
    private const string AddressHeader = "X-Test-Address";
    private readonly WebApplication _app;

    private EdgeSite(WebApplication app, FakeTimeProvider time, CapturedLog log)
    {
        _app = app;
        Time = time;
        Log = log;
        Client = app.GetTestServer().CreateClient();
        Client.BaseAddress = new Uri("https://localhost/");
    }

    public FakeTimeProvider Time { get; }

    public CapturedLog Log { get; }

    public HttpClient Client { get; }

    public TestServer Server => _app.GetTestServer();

    public PageCache Cache => _app.Services.GetRequiredService<PageCache>();

    public static async Task<EdgeSite> StartAsync(Action<WebApplication> endpoints, Action<WebApplicationBuilder>? configure = null, string environment = "Production")
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 12, 0, 30, TimeSpan.Zero));
        var log = new CapturedLog();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<ILogEventSink>(log);
        builder.Services.AddAuthorization();
        builder.AddPortalLogging();
        builder.AddPortalSecurity();
        builder.AddPageCache();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.Use(TakeAddress);
        app.UsePortalProxies();
        app.UseStoredPages();
        app.UsePortalRequestLog();
        app.UseExceptionHandler(handler => handler.Run(context => context.Response.WriteAsync("error page")));
        app.UseRouting();
        app.UsePortalGuards();
        app.UsePageRendering();
        app.MapPolicyReports();
        endpoints(app);
        await app.StartAsync();
        return new EdgeSite(app, time, log);
    }

    /// <summary>GETs a path with headers given as name and value in turn.</summary>
    public async Task<HttpResponseMessage> GetAsync(string path, params string[] headers) => await SendAsync(HttpMethod.Get, path, headers);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var pair in headers.Chunk(2))
        {
            request.Headers.TryAddWithoutValidation(pair[0], pair[1]);
        }

        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> GetFromAsync(string address, string path, params string[] headers) => GetAsync(path, [AddressHeader, address, .. headers]);

    public async Task<string> TextAsync(string path, params string[] headers)
    {
        using var response = await GetAsync(path, headers);
        return await response.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static Task TakeAddress(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers.TryGetValue(AddressHeader, out var address))
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address.ToString());
            context.Request.Headers.Remove(AddressHeader);
        }

        return next(context);
    }
}
