using System.Diagnostics;
using System.Net;
using System.Xml.Linq;

namespace UngPortal.Benchmarks;

/// <summary>The time of the first answer of every page in the sitemap, after a restart that emptied the cache.</summary>
internal static class ColdRenders
{
    private const double BarMedian = 2;
    private const double BarSlowest = 15;

    public static async Task RunAsync(PublishedSite site)
    {
        var paths = await PathsAsync(site.Client);
        await site.RestartAsync();
        foreach (var kind in Routes.Kinds)
        {
            // The first page of a kind compiles code; a second language or a filter key would be another page.
            using var warm = await site.Client.GetAsync(kind.Path);
        }

        var times = new List<double>();
        foreach (var path in paths.Where(path => Routes.Kinds.All(kind => kind.Path != path)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd("br");
            var began = Stopwatch.GetTimestamp();
            using var response = await site.Client.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                Console.WriteLine($"  {path} answers {(int)response.StatusCode}");
            }
        }

        times.Sort();
        Console.WriteLine($"\ncold pages: {times.Count}, median {At(times, 0.5):0.0} ms (bar {BarMedian}), 99th percentile {At(times, 0.99):0.0} ms (bar {BarSlowest})");
    }

    /// <summary>All pages, as paths.</summary>
    public static async Task<IReadOnlyList<string>> PathsAsync(HttpClient client)
    {
        var sitemap = XDocument.Parse(await client.GetStringAsync("/sitemap.xml"));
        return [.. sitemap.Descendants().Where(element => element.Name.LocalName == "loc").Select(element => new Uri(element.Value).PathAndQuery).Distinct()];
    }

    private static double At(List<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
}
