using System.Collections.Concurrent;
using System.Text.Json;
using UngPortal.BrowserTests.Site;
using Xunit.Abstractions;

namespace UngPortal.BrowserTests;

/// <summary>Bytes on the wire and steadiness, against the budgets of the front end. An empty cache and a phone's window.</summary>
[Collection(SiteCollection.Name)]
public sealed class WeightTests(BrowserSite site, ITestOutputHelper output)
{
    private const int ScriptBudget = 5_000;

    [Theory]
    [InlineData(PageTypes.Front, 22_000, 12)]
    [InlineData(PageTypes.Article, 20_000, 8)]
    [InlineData("/artikler/tanker-om-a-do", 20_000, 8)]
    [InlineData(PageTypes.Topic, 20_000, 8)]
    public async Task Load_OnAPhone_KeepsTheBudget(string path, int htmlAndStyles, int requests)
    {
        await using var visit = await site.VisitAsync(360, 740);
        var session = await visit.Context.NewCDPSessionAsync(visit.Page);
        var urls = new ConcurrentDictionary<string, (string Type, string Url)>();
        var bytes = new ConcurrentDictionary<string, double>();
        session.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            var response = e!.Value.GetProperty("response");
            urls[Id(e.Value)] = (e.Value.GetProperty("type").GetString()!, $"{response.GetProperty("url").GetString()} {Encoding(response)}");
        };
        session.Event("Network.dataReceived").OnEvent += (_, e) => bytes.AddOrUpdate(Id(e!.Value), Length(e.Value), (_, sum) => sum + Length(e.Value));
        await session.SendAsync("Network.enable");

        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);

        double Sum(string type) => urls.Where(url => url.Value.Type == type && !url.Value.Url.Contains("print", StringComparison.Ordinal)).Sum(url => bytes.GetValueOrDefault(url.Key));
        foreach (var (id, (type, url)) in urls.OrderByDescending(url => bytes.GetValueOrDefault(url.Key)))
        {
            output.WriteLine($"{bytes.GetValueOrDefault(id),8:F0} {type,-10} {url}");
        }

        output.WriteLine($"HTML + CSS {Sum("Document") + Sum("Stylesheet"):F0}, scripts {Sum("Script"):F0}, requests {urls.Count}");
        Assert.True(Sum("Document") > 1000 && Sum("Stylesheet") > 1000, "nothing was measured");
        Assert.InRange(Sum("Document") + Sum("Stylesheet"), 1, htmlAndStyles);
        Assert.InRange(Sum("Script"), 1, ScriptBudget);
        Assert.InRange(urls.Count, 1, requests);
        Assert.All(urls.Values.Where(url => url.Type == "Image"), url => Assert.InRange(bytes.GetValueOrDefault(urls.First(one => one.Value == url).Key), 0, 60_000));
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

    private static string Id(JsonElement e) => e.GetProperty("requestId").GetString()!;

    private static double Length(JsonElement e) => e.GetProperty("encodedDataLength").GetDouble();

    private static string Encoding(JsonElement response) => response.GetProperty("headers").EnumerateObject()
        .FirstOrDefault(header => header.Name.Equals("content-encoding", StringComparison.OrdinalIgnoreCase)) is { Value.ValueKind: JsonValueKind.String } header ? header.Value.GetString()! : "plain";
}
