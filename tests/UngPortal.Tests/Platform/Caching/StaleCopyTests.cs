using System.Net;

namespace UngPortal.Tests.Platform.Caching;

public sealed class StaleCopyTests
{
    private readonly CountedPage _page = new();

    [Fact]
    public async Task Get_RenderingThrows_OldCopyGoesOn()
    {
        await using var site = await EvictedAsync();
        _page.Fails = true;

        using var response = await site.GetAsync("/side");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("<p>rendering 1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(site.Log.Lines, line => line.Contains("could not be rendered", StringComparison.Ordinal) && line.Contains("/side", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_RenderingAnswers503_OldCopyGoesOn()
    {
        await using var site = await EvictedAsync();
        _page.Status = 503;

        Assert.StartsWith("<p>rendering 1", await site.TextAsync("/side"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WithinASecondOfAFailure_DoesNotTryAgain()
    {
        await using var site = await EvictedAsync();
        _page.Fails = true;

        for (var tries = 0; tries < 50; tries++)
        {
            await site.TextAsync("/side");
        }

        Assert.Equal(2, _page.Renders);
    }

    [Fact]
    public async Task Get_ASecondAfterRecovery_IsNew()
    {
        await using var site = await EvictedAsync();
        _page.Fails = true;
        await site.TextAsync("/side");
        _page.Fails = false;

        site.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith("<p>rendering 3", await site.TextAsync("/side"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FailingFor24Hours_StopsShowingTheOldCopy()
    {
        await using var site = await EvictedAsync();
        _page.Fails = true;
        site.Time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.StartsWith("<p>rendering 1", await site.TextAsync("/side"), StringComparison.Ordinal);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        using var response = await site.GetAsync("/side");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }

    [Fact]
    public async Task Get_ColdAndFailing_PassesTheFailureOn()
    {
        await using var site = await CachedSite.StartAsync(_page);
        _page.Fails = true;

        using var response = await site.GetAsync("/side");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("error page", await response.Content.ReadAsStringAsync());
        Assert.Equal(0, site.Cache.Count);
    }

    [Fact]
    public async Task Get_RenderingHangs_OthersTakeTheOldCopyWhenPatienceEnds()
    {
        await using var site = await EvictedAsync();
        var gate = new TaskCompletionSource();
        _page.Gate = gate.Task;
        var slow = site.TextAsync("/side");
        await _page.RendersAsync(2);

        site.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("<p>rendering 1", await site.TextAsync("/side"), StringComparison.Ordinal);

        gate.SetResult();
        Assert.StartsWith("<p>rendering 2", await slow, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ReaderLeavesWhileRendering_ThePageIsStoredForTheOthers()
    {
        await using var site = await CachedSite.StartAsync(_page);
        var gate = new TaskCompletionSource();
        _page.Gate = gate.Task;
        using var leaving = new CancellationTokenSource();
        var left = site.Client.GetAsync("/side", leaving.Token);
        await _page.Started.Task;
        await leaving.CancelAsync();
        var waiting = site.TextAsync("/side");
        gate.SetResult();

        Assert.StartsWith("<p>rendering 1", await waiting, StringComparison.Ordinal);
        Assert.Equal(1, _page.Renders);
        await Task.WhenAny(left);
    }

    private async Task<EdgeSite> EvictedAsync()
    {
        var site = await CachedSite.StartAsync(_page);
        await site.TextAsync("/side");
        site.Cache.EvictByTag("page");
        return site;
    }
}
