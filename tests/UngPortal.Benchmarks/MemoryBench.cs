namespace UngPortal.Benchmarks;

/// <summary>Resident memory with a full page cache: 10 000 addresses over every page there is.</summary>
internal static class MemoryBench
{
    private const int Port = 5187;
    private const int Pages = 10_000;
    private const int Parallel = 4;
    private const double Bar = 300;

    public static async Task RunAsync()
    {
        await using var site = await PublishedSite.StartAsync(Port);
        var paths = await ColdRenders.PathsAsync(site.Client);
        Console.WriteLine($"resident at start: {ProcessFigures.ResidentMegabytes(site.ProcessId):0} MB; {paths.Count} pages in the sitemap");
        var refused = 0;
        await System.Threading.Tasks.Parallel.ForAsync(0, Pages, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (number, stopping) =>
        {
            // A page number is part of every key, also where the page makes nothing of it.
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{paths[number % paths.Count]}?side={1 + (number / paths.Count)}");
            request.Headers.AcceptEncoding.ParseAdd("br");
            using var response = await site.Client.SendAsync(request, stopping);
            if (!response.IsSuccessStatusCode || response.Headers.ETag is null)
            {
                Interlocked.Increment(ref refused);
            }
        });

        var resident = ProcessFigures.ResidentMegabytes(site.ProcessId);
        Console.WriteLine($"resident with {Pages - refused} cached pages ({refused} addresses weren't stored): {resident:0} MB, bar {Bar}: {(resident <= Bar ? "holds" : "DOES NOT HOLD")}");
    }
}
