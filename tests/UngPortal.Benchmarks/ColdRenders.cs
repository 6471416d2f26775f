using System.Diagnostics;
using System.Net;
using System.Xml.Linq;

namespace UngPortal.Benchmarks;

/// <summary>The time of answers that are rendered for the asker: right after a start, and once the runtime has compiled what is used.</summary>
internal static class ColdRenders
{
    private const double BarMedian = 2;
    private const double BarSlowest = 15;
    private const int Rounds = 10;

    public static async Task RunAsync(PublishedSite site)
    {
        var paths = await PathsAsync(site.Client);
        await site.RestartAsync(mostCachedPages: 1);
        Console.WriteLine($"\nrendered pages, bars {BarMedian} and {BarSlowest} ms:");
        for (var round = 1; round <= Rounds; round++)
        {
            var times = new List<double>();
            foreach (var path in paths)
            {
                times.Add(await TimeAsync(site.Client, path));
            }

            times.Sort();
            Console.WriteLine($"  round {round,2}: {times.Count} pages, median {At(times, 0.5):0.0} ms, 99th percentile {At(times, 0.99):0.0} ms");
        }

        await site.RestartAsync();
    }

    private static async Task<double> TimeAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd("br");
        var began = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request);
        var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (response.StatusCode != HttpStatusCode.OK)
        {
            Console.WriteLine($"  {path} answers {(int)response.StatusCode}");
        }

        return time;
    }

    /// <summary>All pages, as paths.</summary>
    public static async Task<IReadOnlyList<string>> PathsAsync(HttpClient client)
    {
        var sitemap = XDocument.Parse(await client.GetStringAsync("/sitemap.xml"));
        return [.. sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).PathAndQuery).Distinct()];
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
