using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using UngPortal.Testing;

namespace UngPortal.Tests.Startup;

/// <summary>The site is asked to end while it is in use. Source of the rule: quality.md, "SIGTERM drains within 20 s with no failed request".</summary>
public sealed class OrderlyEndTests
{
    private const int Readers = 6;
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Slowness = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task End_WhileInUse_CompletesWhatIsInFlightAndRefusesTheRest()
    {
        using var database = TestDatabase.FromTemplate();
        await using var site = await RunningSite.StartAsync(database);
        using var visitor = site.CreateVisitor();
        var page = await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/tilbakemelding", UriKind.Relative)));
        var film = (await HtmlPage.ReadAsync(await visitor.GetAsync(new Uri("/video/pust-med-oss", UriKind.Relative)))).Document.QuerySelector("video source")!.GetAttribute("src")!;
        await using var slowReader = await Wire.ConnectAsync(site.Address, receiveBuffer: 4_096);
        await slowReader.SendAsync($"GET {film} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        var head = await slowReader.ReadHeadAsync();
        await using var slowSender = await Wire.ConnectAsync(site.Address);
        var body = await BodyAsync(page.Form("/tilbakemelding"));
        await slowSender.SendAsync(PostHead(page, body) + body[..20]);
        using var ended = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => ReadUntilRefusedAsync(site.Address, ended.Token)).ToList();
        await Task.Delay(300);

        var began = Stopwatch.GetTimestamp();
        await site.AskToEndAsync();
        await Task.Delay(Slowness);
        var refusal = await Assert.ThrowsAnyAsync<SocketException>(() => Wire.ConnectAsync(site.Address));
        await slowSender.SendAsync(body[20..]);
        var sent = await slowSender.ReadToEndAsync();
        var rest = await slowReader.ReadToEndAsync();
        await site.WaitForEndAsync(Bar);
        var took = Stopwatch.GetElapsedTime(began);
        await ended.CancelAsync();
        var read = await Task.WhenAll(readers);

        Assert.Equal(SocketError.ConnectionRefused, refusal.SocketErrorCode);
        Assert.StartsWith("HTTP/1.1 302", sent, StringComparison.Ordinal);
        Assert.Equal(ContentLength(head), rest.Length);
        Assert.All(read, count => Assert.True(count > 0));
        Assert.InRange(took, Slowness, Bar);
        Assert.Equal(0, site.ExitCode);
        if (TestDatabase.SqlServer is null)
        {
            Assert.Equal(["På vei ut"], await database.ReadAsync("SELECT Text FROM Feedback"));
        }
    }

    /// <summary>Reads pages, each on a connection of its own, until none is accepted. What was begun must have been answered whole; returns how many were.</summary>
    private static async Task<int> ReadUntilRefusedAsync(Uri address, CancellationToken ended)
    {
        for (var count = 0; !ended.IsCancellationRequested; count++)
        {
            try
            {
                await using var wire = await Wire.ConnectAsync(address);
                await wire.SendAsync("GET /artikler/eksamen-uten-panikk HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                var answer = await wire.ReadToEndAsync();
                if (answer.Length == 0)
                {
                    return count;
                }

                Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
                Assert.Contains("</html>", answer, StringComparison.Ordinal);
            }
            catch (SocketException)
            {
                return count;
            }
        }

        throw new InvalidOperationException("The site went on accepting connections.");
    }

    private static async Task<string> BodyAsync(Dictionary<string, string> fields)
    {
        fields["Tekst"] = "På vei ut";
        using var content = new FormUrlEncodedContent(fields);
        return await content.ReadAsStringAsync();
    }

    private static string PostHead(HtmlPage page, string body)
    {
        var cookie = page.Response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        return string.Create(CultureInfo.InvariantCulture, $"POST /tilbakemelding HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Encoding.ASCII.GetByteCount(body)}\r\n\r\n");
    }

    private static int ContentLength(string head) =>
        int.Parse(head.Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
}
