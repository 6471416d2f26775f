using System.Diagnostics;
using System.Globalization;
using UngPortal.Features.Search;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Benchmarks;

/// <summary>The search engine on half a million documents: rebuilding beside an index that serves, then queries and suggestions at a steady rate.</summary>
internal static class SearchBench
{
    private const int Documents = 500_000;
    private const int PerSecond = 50;
    private const int PerSecondWhileRebuilding = 5;
    private const int BarLatency = 50;
    private const int BarNearest = 20;
    private const int SentencesOfAText = 4;
    private const int BarMinutes = 10;
    private const int BarMegabytes = 600;

    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(IEnumerable<string> arguments)
    {
        var given = arguments.ToList();
        var count = given.Count > 0 ? int.Parse(given[0], CultureInfo.InvariantCulture) : Documents;
        var kept = given.ElementAtOrDefault(1);
        var folder = kept ?? Directory.CreateTempSubdirectory("search-bench-").FullName;
        try
        {
            using var index = SearchIndex.Open(folder);
            var lexicon = SearchLexicon.Load(Path.Combine(Repository.Root, "content", "search"));
            var engine = new SearchEngine(index, lexicon);
            var suggestions = new SearchSuggestions(index, lexicon);
            Console.WriteLine($"{count} documents, {Environment.ProcessorCount} processors\n");
            if (index.Cursor != CursorOf(count))
            {
                if (index.NeedsRebuild)
                {
                    await RebuildAsync("first build, nothing to serve", index, count, engine, asked: 0);
                }

                await RebuildAsync($"rebuild, {PerSecondWhileRebuilding} queries a second meanwhile", index, count, engine, PerSecondWhileRebuilding);
            }

            Console.WriteLine("\n                |      by the clock    | without others' load |          |");
            Console.WriteLine($"{PerSecond} a second     |   p50    p95    p99 |    p50    p95    p99  | CPU each | RSS MB (own) | others' load");
            var queries = SearchRequests.Queries();
            Measure("search", i => engine.Search(queries[i % queries.Count]));
            var beginnings = SearchRequests.Beginnings();
            Measure("suggestions", i => suggestions.For(beginnings[i % beginnings.Count].Text, beginnings[i % beginnings.Count].Language));
            var texts = ArticleSentences.ReadAll().SelectMany(article => article.Sentences.Chunk(SentencesOfAText).Select(some => (Text: string.Join(' ', some), article.Language))).ToList();
            var nearest = new NearestTexts(index, lexicon);
            Measure("nearest texts", i => nearest.Find(texts[i * 7 % texts.Count].Text, texts[i * 7 % texts.Count].Language, ["question"], 6), BarNearest);
        }
        finally
        {
            if (kept is null)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static string CursorOf(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static void Measure(string what, Action<int> request, int bar = BarLatency)
    {
        OpenLoop.Run(PerSecond, WarmUp, request);
        var figures = OpenLoop.Run(PerSecond, Measured, request);
        var memory = MemoryPeak.Now();
        Console.WriteLine(
            $"{what,-15} | {figures.Clock} | {figures.Undisturbed} | {figures.Cpu,5:0.0} ms | {memory.Resident,5:0} ({memory.Own:0})  | {figures.Load.OthersBusy:0.0} of {Environment.ProcessorCount}: "
            + (figures.Undisturbed.P95 <= bar ? "holds" : "DOES NOT HOLD"));
    }

    private static async Task RebuildAsync(string what, SearchIndex index, int count, SearchEngine engine, int asked)
    {
        using var stop = new CancellationTokenSource();
        var serving = Task.Run(() => ServeAsync(engine, asked, stop.Token));
        var machine = MachineLoad.Read();
        var began = Stopwatch.GetTimestamp();
        using var peak = new MemoryPeak();
        await index.RebuildAsync(new SearchCorpus(count).AllAsync(), CursorOf(count), CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(began);
        var load = MachineLoad.Read().Since(machine);
        await stop.CancelAsync();
        await serving;
        Console.WriteLine(
            $"{what}: {took.TotalSeconds:0} s (CPU {load.OwnSeconds:0} s, others' load {load.OthersBusy:0.0}), peak RSS {peak.Highest.Resident:0} MB of which own {peak.Highest.Own:0} MB, mapped files {peak.Highest.Mapped:0} MB: "
            + (took.TotalMinutes <= BarMinutes && peak.Highest.Resident <= BarMegabytes ? "holds" : "DOES NOT HOLD"));
    }

    private static async Task ServeAsync(SearchEngine engine, int perSecond, CancellationToken stopping)
    {
        var queries = SearchRequests.Queries();
        for (var i = 0; perSecond > 0 && !stopping.IsCancellationRequested; i++)
        {
            engine.Search(queries[i % queries.Count]);
            await Task.Delay(1_000 / perSecond, CancellationToken.None);
        }
    }
}
