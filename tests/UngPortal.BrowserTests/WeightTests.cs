using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using Xunit.Abstractions;

namespace UngPortal.BrowserTests;

/// <summary>Bytes on the wire and steadiness, against the budgets of the front end. An empty cache and a phone's window.</summary>
[Collection(RequestSiteCollection.Name)]
public sealed class WeightTests(BrowserSite site, ITestOutputHelper output)
{
    private const int ScriptBudget = 5_000;
    private const int PictureBudget = 60_000;

    [Theory]
    [InlineData(PageTypes.Front, 22_000)]
    [InlineData(PageTypes.Article, 20_000)]
    [InlineData("/artikler/tanker-om-a-do", 20_000)]
    [InlineData(PageTypes.Topic, 20_000)]
    [InlineData(PageTypes.Ask, 18_000)]
    public async Task Load_OnAPhone_KeepsTheBudget(string path, int htmlAndStyles)
    {
        await using var visit = await site.VisitAsync(360, 740);
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        var headers = new ConcurrentDictionary<string, double>();
        var document = new TaskCompletionSource<double>();
        session.Event("Network.responseReceived").OnEvent += (_, e) => NoteDocument(e!.Value, headers);
        session.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            if (headers.TryGetValue(Id(e!.Value), out var before))
            {
                document.TrySetResult(Length(e.Value) - before);
            }
        };
        await session.SendAsync("Network.enable");
        var responses = new ConcurrentBag<IResponse>();
        visit.Page.Response += (_, response) => responses.Add(response);

        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var html = await document.Task;
        var styles = await CompressedAsync(responses.Where(response => response.Url.Contains("/assets/site.", StringComparison.Ordinal)));
        var scripts = await CompressedAsync(responses.Where(response => response.Request.ResourceType == "script"));
        var pictures = await Task.WhenAll(responses.Where(response => response.Request.ResourceType == "image").Select(async response => (await response.Request.SizesAsync()).ResponseBodySize));
        output.WriteLine($"HTML {html:F0} + CSS {styles} B, scripts {scripts} B, largest picture {pictures.DefaultIfEmpty().Max()} B");
        Assert.InRange(html, 1_000, htmlAndStyles - styles);
        Assert.InRange(styles, 1_000, htmlAndStyles);
        Assert.InRange(scripts, 500, ScriptBudget);
        Assert.All(pictures, length => Assert.InRange(length, 1, PictureBudget));
    }

    [Theory]
    [InlineData(PageTypes.Front, 360)]
    [InlineData(PageTypes.Front, 1280)]
    [InlineData(PageTypes.Article, 360)]
    [InlineData(PageTypes.Article, 1280)]
    [InlineData(PageTypes.Topic, 360)]
    [InlineData(PageTypes.Topic, 1280)]
    public async Task Load_WhileFontAndPicturesArrive_ShiftsNothing(string path, int width)
    {
        await using var visit = await site.VisitAsync(width, 740);
        await visit.Context.AddInitScriptAsync("""
            window.shifts = [];
            new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(`${entry.value} ${entry.sources.map(source => source.node?.parentElement?.className + ' > ' + source.node?.nodeName).join(', ')}`)))
              .observe({ type: 'layout-shift', buffered: true });
            """);

        await visit.OpenAsync(path);
        await Scroll.ThroughAsync(visit.Page);

        Faults.None(await visit.Page.EvaluateAsync<string[]>("() => window.shifts"));
    }

    private static void NoteDocument(JsonElement e, ConcurrentDictionary<string, double> headers)
    {
        if (e.GetProperty("type").GetString() == "Document")
        {
            headers[Id(e)] = Length(e.GetProperty("response"));
        }
    }

    private static string Id(JsonElement e) => e.GetProperty("requestId").GetString()!;

    private static double Length(JsonElement e) => e.GetProperty("encodedDataLength").GetDouble();

    /// <summary>As publishing compresses them; a plain build leaves that out.</summary>
    private static async Task<int> CompressedAsync(IEnumerable<IResponse> responses)
    {
        var sum = 0;
        foreach (var response in responses)
        {
            using var compressed = new MemoryStream();
            await using (var brotli = new BrotliStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                await brotli.WriteAsync(await response.BodyAsync());
            }

            sum += (int)compressed.Length;
        }

        return sum;
    }
}
