namespace UngPortal.Benchmarks;

/// <summary>Resident memory with a full page cache: 10 000 addresses over every page there is.</summary>
internal static class MemoryBench
{
    private const int Port = 5187;
    private const int Pages = 10_000;
    private const int Parallel = 4;
    private const double Bar = 300;
    private static readonly string[] Bands = ["", "13-15", "16-17", "18-20"];
    private static readonly string[] Appearances = ["", "light", "dark"];

    public static async Task RunAsync()
    {
        await using var site = await PublishedSite.StartAsync(Port);
        var paths = await ColdRenders.PathsAsync(site.Client);
        Console.WriteLine($"resident at start: {ProcessFigures.ResidentMegabytes(site.ProcessId):0} MB; {paths.Count} pages in the sitemap");
        var stored = 0;
        await System.Threading.Tasks.Parallel.ForEachAsync(Copies(paths), new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (copy, stopping) =>
        {
            if (Volatile.Read(ref stored) >= Pages)
            {
                return;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, copy.Path);
            request.Headers.AcceptEncoding.ParseAdd("br");
            request.Headers.Add("Cookie", copy.Cookie);
            using var response = await site.Client.SendAsync(request, stopping);
            if (response.IsSuccessStatusCode && response.Headers.ETag is not null)
            {
                Interlocked.Increment(ref stored);
            }
        });

        var resident = ProcessFigures.ResidentMegabytes(site.ProcessId);
        Console.WriteLine($"of that anonymous {ProcessFigures.AnonymousMegabytes(site.ProcessId):0} MB");
        Console.WriteLine($"resident with {stored} cached pages: {resident:0} MB, bar {Bar}: {(resident <= Bar ? "holds" : "DOES NOT HOLD")}");
    }

    /// <summary>Each page for every age and appearance, and again under page numbers, which are part of every key also where the page makes nothing of them.</summary>
    private static IEnumerable<(string Path, string Cookie)> Copies(IReadOnlyList<string> paths) =>
        from number in Enumerable.Range(1, 3)
        from band in Bands
        from appearance in Appearances
        from path in paths
        select (number == 1 ? path : $"{path}?side={number}", $"__Host-alder={band}; __Host-tema={appearance}");
}
