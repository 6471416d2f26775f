using System.Net;

namespace UngPortal.Tests.Platform.Security;

public sealed class SecurityHeaderTests
{
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        + "trusted-types portal; report-to csp";

    public static TheoryData<string, string, int> EveryKind => new()
    {
        { "GET", "/side", 200 },
        { "HEAD", "/side", 200 },
        { "GET", "/vanlig", 200 },
        { "GET", "/feil", 500 },
        { "GET", "/videre", 302 },
        { "GET", "/finnes-ikke", 404 },
        { "GET", "/tegning.svg", 200 },
        { "GET", "/fast.css", 200 },
        { "TRACE", "/side", 405 },
        { "DELETE", "/alt", 405 },
    };

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task V3_4_1_hsts_on_every_response(string method, string path, int status)
    {
        await using var site = await GuardedSite.StartAsync();
        await site.TextAsync("/side");

        using var response = await site.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("max-age=63072000; includeSubDomains; preload", Header(response, "Strict-Transport-Security"));
    }

    [Theory]
    [MemberData(nameof(EveryKind))]
    public async Task V3_4_4_to_6_and_8_sniffing_referrer_framing_opener_on_every_response(string method, string path, int status)
    {
        await using var site = await GuardedSite.StartAsync();
        await site.TextAsync("/side");

        using var response = await site.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(response, "Referrer-Policy"));
        Assert.Equal("DENY", Header(response, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(response, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=(), ", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("geolocation=(), ", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.NotEmpty(Header(response, "Cache-Control"));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/side")]
    [InlineData("/feil")]
    [InlineData("/videre")]
    [InlineData("/finnes-ikke")]
    public async Task V3_4_3_and_7_policy_without_inline_and_with_report(string path)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.GetAsync(path);

        Assert.Equal(PagePolicy, Header(response, "Content-Security-Policy"));
        Assert.Equal("csp=\"/csp-rapport\"", Header(response, "Reporting-Endpoints"));
    }

    [Fact]
    public async Task Get_StoredPageAgain_Its304HasTheHeadersToo()
    {
        await using var site = await GuardedSite.StartAsync();
        using var first = await site.GetAsync("/side");

        using var response = await site.GetAsync("/side", "If-None-Match", first.Headers.ETag!.Tag);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal(PagePolicy, Header(response, "Content-Security-Policy"));
        Assert.Equal("no-cache", Header(response, "Cache-Control"));
    }

    [Theory]
    [InlineData("/tegning.svg")]
    [InlineData("/uendret.svg")]
    public async Task V3_2_1_files_opened_directly_are_inert(string path)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.GetAsync(path);

        Assert.Equal("sandbox; default-src 'none'; style-src 'unsafe-inline'", Header(response, "Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/vanlig", "no-store")]
    [InlineData("/feil", "no-cache, no-store")]
    [InlineData("/finnes-ikke", "no-store")]
    [InlineData("/side", "no-cache")]
    [InlineData("/fast.css", "max-age=31536000, immutable")]
    public async Task V14_3_2_no_store_unless_page_or_asset(string path, string expected)
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.GetAsync(path);

        Assert.Equal(Words(expected), Words(Header(response, "Cache-Control")));
    }

    [Fact]
    public async Task Get_PlainHttp_HasNoHsts()
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.GetAsync("http://localhost/vanlig");

        Assert.False(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_CameraPage_OpensCameraAndMicrophone()
    {
        await using var site = await GuardedSite.StartAsync();

        using var response = await site.GetAsync("/samtale");

        Assert.Contains("camera=(self), ", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("microphone=(self), ", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("geolocation=(), ", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
    }

    private static string[] Words(string header) => [.. header.Split(", ").Order()];

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : string.Join(", ", response.Content.Headers.GetValues(name));
}
