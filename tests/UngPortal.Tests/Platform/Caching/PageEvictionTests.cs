using System.Net;

namespace UngPortal.Tests.Platform.Caching;

public sealed class PageEvictionTests
{
    private readonly CountedPage _page = new();

    [Fact]
    public async Task EvictByTag_OwnTag_RendersAgainAndOtherTagDoesNot()
    {
        await using var site = await CachedSite.StartAsync(_page);
        await site.TextAsync("/side");

        site.Cache.EvictByTag("another");
        await site.TextAsync("/side");
        Assert.Equal(1, _page.Renders);

        site.Cache.EvictByTag("page");
        Assert.StartsWith("<p>rendering 2", await site.TextAsync("/side"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EvictAll_StoredPages_RenderAgain()
    {
        await using var site = await CachedSite.StartAsync(_page);
        await site.TextAsync("/side");

        site.Cache.EvictAll();

        Assert.StartsWith("<p>rendering 2", await site.TextAsync("/side"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_500ParallelAfterEviction_RendersAtMostTwice()
    {
        await using var site = await CachedSite.StartAsync(_page);
        await site.TextAsync("/side");
        _page.Words = "new words";
        site.Cache.EvictByTag("page");

        var texts = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => site.TextAsync("/side"))));

        Assert.All(texts, text => Assert.Contains("new words", text, StringComparison.Ordinal));
        Assert.InRange(_page.Renders - 1, 1, 2);
    }

    [Fact]
    public async Task Get_500ParallelCold_RendersOnce()
    {
        await using var site = await CachedSite.StartAsync(_page);

        await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => site.TextAsync("/side"))));

        Assert.Equal(1, _page.Renders);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Evict_WhileRendering_NobodyKeepsTheOldWords(bool everything)
    {
        await using var site = await CachedSite.StartAsync(_page);
        var gate = new TaskCompletionSource();
        _page.Gate = gate.Task;
        _page.Words = "old words";
        var first = site.TextAsync("/side");
        await _page.Started.Task;

        _page.Words = "new words";
        if (everything)
        {
            site.Cache.EvictAll();
        }
        else
        {
            site.Cache.EvictByTag("page");
        }

        var second = site.TextAsync("/side");
        gate.SetResult();
        await first;

        Assert.Contains("new words", await second, StringComparison.Ordinal);
        Assert.Contains("new words", await site.TextAsync("/side"), StringComparison.Ordinal);
        Assert.Equal(2, _page.Renders);
    }

    [Fact]
    public async Task Get_MinutePageBeingRendered_OthersGetTheOldCopyAtOnce()
    {
        await using var site = await CachedSite.StartAsync(_page);
        await site.TextAsync("/minutt");
        site.Time.Advance(TimeSpan.FromMinutes(1));
        var gate = new TaskCompletionSource();
        _page.Gate = gate.Task;
        var slow = site.TextAsync("/minutt");
        await _page.RendersAsync(2);

        var others = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => site.TextAsync("/minutt")));
        gate.SetResult();

        Assert.All(others, text => Assert.StartsWith("<p>rendering 1", text, StringComparison.Ordinal));
        Assert.StartsWith("<p>rendering 2", await slow, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnswerIsGoneAfterEviction_RemovesTheOldCopy()
    {
        await using var site = await CachedSite.StartAsync(_page);
        await site.TextAsync("/side");
        site.Cache.EvictByTag("page");
        _page.Status = 404;

        using var response = await site.GetAsync("/side");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, site.Cache.Count);
    }
}
