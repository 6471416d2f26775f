using System.Globalization;
using System.Net.Sockets;
using System.Text;
using UngPortal.Testing;

namespace UngPortal.Tests.Crawl;

/// <summary>Bytes that no client library would send, over a real socket to the real server.</summary>
public sealed class RawRequestTests(RawRequestTests.Listening app) : IClassFixture<RawRequestTests.Listening>
{
    public static TheoryData<string, string> Requests => new()
    {
        { "GET /%00 HTTP/1.1\r\nHost: localhost", "400" },
        { "GET /artikler/%00 HTTP/1.1\r\nHost: localhost", "400" },
        { "GET /\0 HTTP/1.1\r\nHost: localhost", "400" },
        { "GET /artikler/%ED%A0%80 HTTP/1.1\r\nHost: localhost", "404" },
        { "GET /artikler/%FF%FE HTTP/1.1\r\nHost: localhost", "404" },
        { "GET /sok?q=%ED%A0%80%00%FF HTTP/1.1\r\nHost: localhost", "200" },
        { "GET /sok/forslag?q=%ED%A0%80%00 HTTP/1.1\r\nHost: localhost", "200" },
        { "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost", "404" },
        { "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost", "404" },
        { "GET /media/..%2fungportal.db HTTP/1.1\r\nHost: localhost", "404" },
        { "GET /media/..%5cungportal.db HTTP/1.1\r\nHost: localhost", "404" },
        { "GET artikler HTTP/1.1\r\nHost: localhost", "405" },
        { "GET http://evil.example/om HTTP/1.1\r\nHost: localhost", "400" },
        { "GET * HTTP/1.1\r\nHost: localhost", "405" },
        { "OPTIONS * HTTP/1.1\r\nHost: localhost", "405" },
        { "CONNECT localhost:443 HTTP/1.1\r\nHost: localhost", "400" },
        { "GET / HTTP/1.1", "400" },
        { "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example", "400" },
        { "GET / HTTP/1.1\r\nHost: evil.example/x", "400" },
        { "GET / HTTP/9.9\r\nHost: localhost", "505" },
        { "G\u00c6T / HTTP/1.1\r\nHost: localhost", "400" },
        { "GET / HTTP/1.1\r\nHost: localhost\r\nX-Broken", "400" },
        { "GET / HTTP/1.1\r\nHost: localhost\r\nX-Nul: a\0b", "400" },
        { "POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1", "400" },
        { "POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999999", "400" },
        { "POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: 0", "400" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Send_BrokenRequest_IsRefusedAndTheServerGoesOn(string request, string expected)
    {
        var answer = await SendAsync(request + "\r\nConnection: close\r\n\r\n");
        var after = await SendAsync("GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Contains(Status(answer), expected.Split('|'));
        Assert.DoesNotContain("passwd", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\nServer:", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("200", Status(after));
    }

    [Theory]
    [InlineData("/sok?q=", "414")]
    [InlineData("/", "414")]
    public async Task Send_TenKilobytesInTheRequestLine_IsTooLong(string start, string expected) =>
        Assert.Equal(expected, Status(await SendAsync($"GET {start}{new string('a', 10_240)} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")));

    [Fact]
    public async Task Send_FortyKilobytesOfHeaders_IsTooMuch() =>
        Assert.Equal("431", Status(await SendAsync($"GET / HTTP/1.1\r\nHost: localhost\r\n{string.Concat(Enumerable.Range(0, 40).Select(number => string.Create(CultureInfo.InvariantCulture, $"X-{number}: {new string('a', 1_024)}\r\n")))}\r\n")));

    private static string Status(string answer) => answer.Split(' ', 3).ElementAtOrDefault(1) ?? "";

    private async Task<string> SendAsync(string request)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", app.Port, limit.Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), limit.Token);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // A server that refuses may close before it has read everything.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    /// <summary>The site on a port of its own.</summary>
    public sealed class Listening : PortalApp
    {
        public Listening()
        {
            With("Site:SecureCookies", "false");
            UseKestrel(0);
        }

        public int Port
        {
            get
            {
                StartServer();
                return ClientOptions.BaseAddress.Port;
            }
        }
    }
}
