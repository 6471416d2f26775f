using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.Answers;
using UngPortal.Features.Answers.Nearest;
using UngPortal.Features.Search;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Benchmarks.Scale;

/// <summary>The library with its pages rendered anew each time, its search at a steady rate, and the nearest texts.</summary>
internal sealed class LibraryFigures(FilledSite site)
{
    private const int PerSecond = 50;
    private const int BarMedian = 2;
    private const int BarSlowest = 15;
    private const int BarSearch = 50;
    private const int BarNearest = 20;
    private const int Answers = 200;
    private const int Rounds = 400;
    private const int Settled = 2;
    private static readonly TimeSpan IndexLimit = TimeSpan.FromHours(1);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(30);

    private static readonly string[] Lists =
    [
        "/sporsmal", "/sporsmal?side=2", "/sporsmal?side=500", "/sporsmal?sorter=mest-lest", "/sporsmal?sorter=mest-lest&side=500", "/sporsmal?tema=kropp-helse-og-sex", "/sporsmal?tema=vennskap", "/sporsmal?tema=vennskap&alder=13-15",
        "/sporsmal?alder=18-20&kjonn=annet", "/sporsmal?rolle=jurist", "/sporsmal?rolle=jurist&side=40", "/sporsmal?ar=2019", "/sporsmal?tema=mensen&kjonn=gutt&ar=2020", "/sporsmal?kjonn=annet&rolle=lege&ar=2018&alder=16-17",
        "/sporsmal?tema=sovn&sorter=mest-lest&kjonn=annet",
    ];

    public async Task RunAsync()
    {
        WaitForIndex();
        using var client = site.CreateVisitor();
        Stopwatches.Head("library pages, rendered anew");
        var all = await ListsAsync(client);
        var found = await site.InDatabaseAsync(db => db.PublishedAnswers.Where(answer => answer.TakenDownAt == null && answer.Id % 1_777 == 0).Select(answer => new { answer.PublicId, answer.Slug }).Take(Answers).ToListAsync());
        var paths = found.ConvertAll(answer => PublishedAnswer.PathOf(answer.PublicId, answer.Slug));
        Print($"{paths.Count} answers that nobody read this month", await AnswersAsync(client, paths));
        await site.Services.GetRequiredService<NearestKeeping>().KeepAsync(CancellationToken.None);
        all.AddRange(Print($"{paths.Count} answers, nearest texts kept", [.. await AnswersAsync(client, paths), .. await AnswersAsync(client, paths)]));
        all.Sort();
        var (median, slowest) = (Stopwatches.At(all, 0.5), Stopwatches.At(all, 0.99));
        Console.WriteLine($"all: median {median:0.0} ms, 99th percentile {slowest:0.0} ms, bars {BarMedian} and {BarSlowest}: {(median <= BarMedian && slowest <= BarSlowest ? "holds" : "DOES NOT HOLD")}");
        Search();
    }

    /// <summary>One after the other and then all again: the same list twice in a row would come from the cache.</summary>
    private static async Task<List<double>> ListsAsync(HttpClient client)
    {
        var times = Lists.ToDictionary(path => path, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var path in Lists)
            {
                times[path].Add(await RenderAsync(client, path));
            }
        }

        return [.. times.SelectMany(list => Print(list.Key, list.Value))];
    }

    private static async Task<List<double>> AnswersAsync(HttpClient client, List<string> paths)
    {
        var times = new List<double>();
        foreach (var path in paths)
        {
            times.Add(await RenderAsync(client, path));
        }

        return times;
    }

    private static async Task<double> RenderAsync(HttpClient client, string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var time = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        if (!response.IsSuccessStatusCode)
        {
            Console.WriteLine($"  {path} answers {(int)response.StatusCode}");
        }

        return time;
    }

    /// <summary>Leaves out the first half, in which code is still being compiled and the database's own cache filled.</summary>
    private static List<double> Print(string what, List<double> times)
    {
        var measured = times.Skip(times.Count / Settled).ToList();
        Stopwatches.Print(what, measured);
        return measured;
    }

    private void Search()
    {
        Console.WriteLine("\n                |      by the clock    | without others' load |          |");
        Console.WriteLine($"{PerSecond} a second     |   p50    p95    p99 |    p50    p95    p99  | CPU each | others' load");
        var (search, nearest, queries) = (site.Services.GetRequiredService<KindSearch>(), site.Services.GetRequiredService<NearestTexts>(), SearchRequests.Queries());
        Print("search", BarSearch, i =>
        {
            var query = queries[i % queries.Count];
            search.Find(new KindQuery(AnswerDocuments.SearchKind, query.Text, query.Language, query.Page) { Topic = query.Topic, AgeBand = query.AgeBand, Year = query.Year });
        });
        var texts = new MadeUpTexts(new Random(3));
        var asked = Enumerable.Range(0, 500).Select(_ => texts.About("nb").Question()).ToList();
        Print("nearest texts", BarNearest, i => nearest.Find(asked[i % asked.Count], "nb", [AnswerDocuments.SearchKind], RelatedAnswers.Most));
    }

    private static void Print(string what, int bar, Action<int> request)
    {
        OpenLoop.Run(PerSecond, WarmUp, request);
        var figures = OpenLoop.Run(PerSecond, Measured, request);
        Console.WriteLine($"{what,-15} | {figures.Clock} | {figures.Undisturbed} | {figures.Cpu,5:0.0} ms | {figures.Load.OthersBusy:0.0} of {Environment.ProcessorCount}: {(figures.Undisturbed.P95 <= bar ? "holds" : "DOES NOT HOLD")} (bar {bar})");
    }

    private void WaitForIndex()
    {
        var (index, began) = (site.Services.GetRequiredService<SearchIndex>(), Stopwatch.GetTimestamp());
        if (!SpinWait.SpinUntil(() => !index.NeedsRebuild && index.Cursor is not null, IndexLimit))
        {
            throw new TimeoutException("The search index was not built.");
        }

        Console.WriteLine($"the search index is there after {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s");
    }
}
