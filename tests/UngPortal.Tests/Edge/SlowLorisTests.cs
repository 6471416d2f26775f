using System.Diagnostics;
using System.Net;
using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Edge;

/// <summary>A thousand connections that never finish asking. Source of the rule: quality.md, "slow-loris".</summary>
public sealed class SlowLorisTests(CountingSite site) : IClassFixture<CountingSite>
{
    private const int Connections = 1_000;
    private const int Pages = 40;

    // The site shares its process with the thousand clients here; the bench measures it alone.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Trickle_OnAThousandConnections_LeavesOthersUnaffectedAndIsCut()
    {
        await ReadPagesAsync();
        var alone = await ReadPagesAsync();
        var slow = new List<Wire>();
        for (var number = 0; number < Connections; number++)
        {
            slow.Add(await Wire.ConnectAsync(site.Address));
            await slow[^1].SendAsync("GET /artikler/eksamen-uten-panikk HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        }

        await TrickleAsync(slow);
        var meanwhile = await ReadPagesAsync();
        await TrickleAsync(slow);
        var answers = await Task.WhenAll(slow.Select(wire => wire.ReadToEndAsync()));
        slow.ForEach(wire => _ = wire.DisposeAsync().AsTask());

        Assert.InRange(meanwhile, TimeSpan.Zero, (5 * alone) + Grace);
        Assert.All(answers, answer => Assert.StartsWith("HTTP/1.1 408", answer, StringComparison.Ordinal));
    }

    private static async Task TrickleAsync(List<Wire> slow)
    {
        foreach (var wire in slow)
        {
            await wire.SendAsync("a");
        }
    }

    private async Task<TimeSpan> ReadPagesAsync()
    {
        using var visitor = new HttpClient { BaseAddress = site.Address };
        var began = Stopwatch.GetTimestamp();
        for (var number = 0; number < Pages; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(number % 2 == 0 ? "/artikler/eksamen-uten-panikk" : "/sok?q=eksamen", UriKind.Relative));
            request.Headers.ConnectionClose = true;
            using var answer = await visitor.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        return Stopwatch.GetElapsedTime(began);
    }
}
