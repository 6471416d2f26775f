using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace UngPortal.Tests.Platform.Security;

public sealed class FetchGuardTests
{
    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "nonsense")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "https://localhost.evil.example")]
    [InlineData("Origin", "null")]
    public async Task V3_5_1_foreign_change_is_refused(string name, string value)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.SendAsync(HttpMethod.Post, "/skjema", name, value);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "https://localhost")]
    [InlineData("Origin", "https://ungportal.example")]
    [InlineData("X-Nothing", "")]
    public async Task Post_OwnOrigin_IsLetThrough(string name, string value)
    {
        await using var site = await GuardedSite.StartAsync("HostAndProxy:PublicOrigin", "https://ungportal.example");

        using var response = await site.SendAsync(HttpMethod.Post, "/skjema", name, value);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>What a browser sends with our own form under Referrer-Policy no-referrer, and what only a forger would.</summary>
    [Theory]
    [InlineData("same-origin", "null", HttpStatusCode.OK)]
    [InlineData("same-origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "null", HttpStatusCode.Forbidden)]
    public async Task Post_HiddenOrigin_IsJudgedByTheFetchSite(string fetchSite, string origin, HttpStatusCode expected)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.SendAsync(HttpMethod.Post, "/skjema", "Sec-Fetch-Site", fetchSite, "Origin", origin);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Get_FromAnotherSite_IsLetThrough()
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.GetAsync("/vanlig", "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("TRACE", "/alt")]
    [InlineData("PROPFIND", "/alt")]
    [InlineData("OPTIONS", "/alt")]
    [InlineData("PUT", "/alt")]
    [InlineData("PATCH", "/alt")]
    [InlineData("CHUCK", "/finnes-ikke")]
    [InlineData("DELETE", "/side")]
    [InlineData("POST", "/side")]
    [InlineData("get", "/api/ting")]
    public async Task V4_1_4_unused_methods_answer_405(string method, string path)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.SendAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.NotEmpty(response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Delete_OfferedByEndpoint_IsLetThrough()
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.SendAsync(HttpMethod.Delete, "/api/ting");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/lest", 405)]
    [InlineData("POST", "/skrevet", 200)]
    [InlineData("PUT", "/skrevet", 405)]
    [InlineData("HEAD", "/lest", 200)]
    public async Task Send_ToRazorPage_OnlyItsHandlersAnswer(string method, string path, int status)
    {
        await using var site = await EdgeSite.StartAsync(app =>
        {
            app.Map("/lest", () => "read").WithMetadata(PageWith("Get"));
            app.Map("/skrevet", () => "written").WithMetadata(PageWith("Get", "Post"));
        });

        using var response = await site.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task V4_1_3_forwarded_headers_from_strangers_have_no_effect()
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.GetFromAsync("203.0.113.9", "/hvem",
            "X-Forwarded-For", "198.51.100.1", "X-Forwarded-Proto", "http", "X-Forwarded-Host", "evil.example");

        Assert.Equal("https localhost 203.0.113.9", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("10.1.2.3", "https localhost 198.51.100.1")]
    [InlineData("10.2.2.3", "http localhost 10.2.2.3")]
    public async Task V15_3_4_forwarded_headers_count_from_known_proxies_only(string address, string expected)
    {
        await using var site = await GuardedSite.StartAsync("HostAndProxy:KnownNetworks:0", "10.1.0.0/16");

        using var response = await site.GetFromAsync(address, "http://localhost/hvem",
            "X-Forwarded-For", "198.51.100.1", "X-Forwarded-Proto", "https", "X-Forwarded-Host", "evil.example");

        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
    }

    private static CompiledPageActionDescriptor PageWith(params string[] methods) => new()
    {
        HandlerMethods = [.. methods.Select(method => new HandlerMethodDescriptor { HttpMethod = method, MethodInfo = (MethodInfo)MethodBase.GetCurrentMethod()! })],
    };
}
