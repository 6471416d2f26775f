using System.Collections.Concurrent;
using Microsoft.Playwright;
using UngPortal.BrowserTests.Site;
using Xunit.Abstractions;

namespace UngPortal.BrowserTests;

/// <summary>All that Chromium fetches for a page on a phone with an empty cache, lazy pictures it takes ahead of time included.</summary>
[Collection(RequestSiteCollection.Name)]
public sealed class RequestCountTests(BrowserSite site, ITestOutputHelper output)
{
    private const int Forms = 6;
    private const int Reading = 8;
    private const int Front = 12;

    [Theory]
    [MemberData(nameof(PageTypes.Rows), MemberType = typeof(PageTypes))]
    public Task Load_OnAPhoneWithAnEmptyCache_AsksForFewFiles(string path) => CountAsync(path, 740);

    /// <summary>On a slow network Chromium takes lazy pictures from 2 500 pixels ahead instead of 1 250: a taller window stands for that.</summary>
    [Theory]
    [InlineData(PageTypes.Front)]
    [InlineData(PageTypes.Topic)]
    [InlineData("/tema/psykisk-helse")]
    [InlineData(PageTypes.Article)]
    public Task Load_OnASlowNetwork_AsksForFewFiles(string path) => CountAsync(path, 740 + 1_250);

    private async Task CountAsync(string path, int height)
    {
        await using var visit = await site.VisitAsync(360, height);
        var asked = new ConcurrentBag<string>();
        visit.Page.RequestFinished += (_, request) => asked.Add(request.Url);

        await visit.OpenAsync(path);
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        var files = asked.Order(StringComparer.Ordinal).ToList();
        output.WriteLine($"{files.Count} {path}");
        Assert.True(files.Count <= BudgetOf(path), string.Join(Environment.NewLine, files));
    }

    private static int BudgetOf(string path) => path switch
    {
        PageTypes.Front => Front,
        "/innstillinger" or "/tilbakemelding" or PageTypes.Feedback or PageTypes.Ask or "/sjekk-svar" => Forms,
        _ => Reading,
    };
}
