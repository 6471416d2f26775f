using System.Net;

namespace UngPortal.Benchmarks;

/// <summary>Cached pages against nginx, cold renderings, and page weights.</summary>
internal static class ServingBench
{
    private const int SitePort = 5187;
    private const int NginxPort = 5188;
    private const int Rounds = 4;
    private const int Seconds = 5;

    // The runtime compiles a busy path anew for about this long.
    private const int WarmUpSeconds = 30;
    private const double Bar = 1.1;
    private const string Gzip = "Accept-Encoding: gzip";

    public static async Task RunAsync()
    {
        await using var site = await PublishedSite.StartAsync(SitePort);
        await ColdRenders.RunAsync(site);
        await PageWeights.RunAsync(site);
        await CompareAsync(site);
    }

    private static async Task CompareAsync(PublishedSite site)
    {
        using var page = await AskGzipAsync(site.Client, new Uri(site.Client.BaseAddress!, Routes.Article));
        if (page.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{Routes.Article} answers {(int)page.StatusCode}.");
        }

        var bytes = await page.Content.ReadAsByteArrayAsync();
        using var nginx = await NginxServer.StartAsync(NginxPort, bytes, page);
        var ours = new Target("site", new Uri(site.Client.BaseAddress!, Routes.Article), site.ProcessId);
        var theirs = new Target("nginx", new Uri($"http://127.0.0.1:{NginxPort}/page.html"), nginx.WorkerId);
        using var same = await AskGzipAsync(site.Client, theirs.Address);
        var theirBytes = await same.Content.ReadAsByteArrayAsync();
        if (!bytes.AsSpan().SequenceEqual(theirBytes))
        {
            throw new InvalidOperationException("The two servers send different bytes.");
        }

        await Wrk.RunAsync(ours.Address, ours.ProcessId, WarmUpSeconds, Gzip);
        await Wrk.RunAsync(theirs.Address, theirs.ProcessId, 1, Gzip);
        await InterleaveAsync($"cached page, {bytes.Length} bytes of gzip", ours, theirs, Gzip, Gzip);
        await InterleaveAsync("not modified (304)", ours, theirs, $"If-None-Match: {page.Headers.ETag}", $"If-None-Match: {same.Headers.ETag}");
    }

    private static async Task InterleaveAsync(string what, Target ours, Target theirs, string ourHeader, string theirHeader)
    {
        Console.WriteLine($"\n{what}: microseconds of processor time per request");
        var ratios = new List<double>();
        for (var round = 1; round <= Rounds; round++)
        {
            var (own, ownRequests) = await Wrk.RunAsync(ours.Address, ours.ProcessId, Seconds, Gzip, ourHeader);
            var (other, otherRequests) = await Wrk.RunAsync(theirs.Address, theirs.ProcessId, Seconds, Gzip, theirHeader);
            ratios.Add(own / other);
            Console.WriteLine($"  round {round}: site {own,6:0.0} ({ownRequests / Seconds}/s)   nginx {other,6:0.0} ({otherRequests / Seconds}/s)   ratio {own / other:0.00}");
        }

        ratios.Sort();
        var median = (ratios[(Rounds - 1) / 2] + ratios[Rounds / 2]) / 2;
        Console.WriteLine($"  median ratio {median:0.00}, bar {Bar}: {(median <= Bar ? "holds" : "DOES NOT HOLD")}");
    }

    private static async Task<HttpResponseMessage> AskGzipAsync(HttpClient client, Uri address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        return await client.SendAsync(request);
    }

    private sealed record Target(string Name, Uri Address, int ProcessId);
}
