using UngPortal.Tests.Startup;

namespace UngPortal.Tests.Edge;

/// <summary>One request is one request, also for a proxy and the site together. Source of the rule: asvs.md row 29.</summary>
public sealed class SmugglingTests(CountingSite site, NginxInFront nginx) : IClassFixture<CountingSite>, IClassFixture<NginxInFront>
{
    private const string Live = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    // After its answer a half-understood request may leave the connection waiting for more.
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(150);

    public static TheoryData<string> Names => [.. SmugglingCorpus.Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task V4_2_1_one_request_is_one_request_without_a_proxy(string name) => await AssertOneAsync(site.Address, name);

    [NginxTheory]
    [MemberData(nameof(Names))]
    public async Task V4_2_1_one_request_is_one_request_behind_nginx(string name)
    {
        await nginx.StartAsync(site.Address);

        await AssertOneAsync(nginx.Address, name);
    }

    private async Task AssertOneAsync(Uri address, string name)
    {
        var before = site.Asked.Count;

        var answers = await SendAsync(address, SmugglingCorpus.Requests[name], Silence);
        var asked = site.Asked.Skip(before).ToList();
        var next = await SendAsync(address, Live, silence: null);

        Assert.DoesNotContain(SmugglingCorpus.HiddenPath, asked);
        Assert.True(asked.Count <= 1, $"{asked.Count} requests arrived.");
        Assert.True(asked.Count == 1 || !answers.Contains("HTTP/1.1 2", StringComparison.Ordinal), answers);
        // nginx itself says 501 to an encoding that it does not know: a refusal, and none of ours.
        Assert.DoesNotContain("HTTP/1.1 5", answers.Replace("HTTP/1.1 501", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", next, StringComparison.Ordinal);
        Assert.EndsWith("Healthy", next.TrimEnd('\r', '\n', '0'), StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(Uri address, string request, TimeSpan? silence)
    {
        await using var wire = await Wire.ConnectAsync(address);
        await wire.SendAsync(request);
        return await wire.ReadToEndAsync(silence);
    }
}
