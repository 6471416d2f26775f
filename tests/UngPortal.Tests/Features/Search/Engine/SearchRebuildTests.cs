using UngPortal.Features.Search;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

public sealed class SearchRebuildTests : IDisposable
{
    private readonly SearchFolder folder = new();

    [Fact]
    public async Task RebuildAsync_WithNewDocuments_ReplacesOldGeneration()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"));

        await index.RebuildAsync(SearchFolder.Stream(SearchFolder.Article("sorg", "Sorg")), "9", default);

        Assert.False(index.NeedsRebuild);
        Assert.Equal("9", index.Cursor);
        Assert.Empty(SearchFolder.Titles(index, "angst"));
        Assert.Equal(["Sorg"], SearchFolder.Titles(index, "sorg"));
        Assert.Single(Directory.GetDirectories(folder.Root));
    }

    [Fact]
    public async Task RebuildAsync_WithVersionsApart_GroupsThemByKey()
    {
        using var index = folder.Open();

        await index.RebuildAsync(
            SearchFolder.Stream(
                SearchFolder.Article("angst", "Angst"),
                SearchFolder.Article("sorg", "Sorg"),
                SearchFolder.Article("angst", "Anxiety", language: "en"),
                SearchFolder.Article("sorg", "Grief", language: "en")),
            "1",
            default);

        Assert.Equal(["Anxiety"], SearchFolder.Titles(index, "angst", "en"));
        Assert.Equal(["Grief"], SearchFolder.Titles(index, "grief", "en"));
        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));
    }

    [Fact]
    public async Task Apply_DuringRebuild_IsInBothGenerations()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"), SearchFolder.Article("mobbing", "Mobbing"));
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var rebuild = index.RebuildAsync(Paused(), "rebuilt", default);
        await begun.Task;

        index.Apply([SearchFolder.Article("sorg", "Sorg")], ["article:mobbing"], "meanwhile");

        Assert.Equal(["Sorg"], SearchFolder.Titles(index, "sorg"));
        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));
        goOn.SetResult();
        await rebuild;
        Assert.Equal(["Sorg"], SearchFolder.Titles(index, "sorg"));
        Assert.Empty(SearchFolder.Titles(index, "mobbing"));
        Assert.Equal("meanwhile", index.Cursor);

        async IAsyncEnumerable<SearchDocument> Paused()
        {
            yield return SearchFolder.Article("angst", "Angst");
            yield return SearchFolder.Article("mobbing", "Mobbing");
            begun.SetResult();
            await goOn.Task;
        }
    }

    [Fact]
    public async Task Search_WhileRebuildsSwap_AlwaysFinds()
    {
        using var index = folder.Open();
        var documents = Enumerable.Range(0, 50).Select(i => SearchFolder.Article($"angst-{i}", $"Angst {i}", "Kroppen slår alarm.")).ToArray();
        await index.RebuildAsync(SearchFolder.Stream(documents), "0", default);
        using var done = new CancellationTokenSource();
        // On threads of their own: as many as there are processors, all busy, would leave none of the pool's to the rebuild.
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var misses = 0;
                while (!done.IsCancellationRequested)
                {
                    misses += SearchFolder.Titles(index, "angst").Count == SearchQuery.PageSize ? 0 : 1;
                }

                return misses;
            },
            TaskCreationOptions.LongRunning)).ToList();

        for (var i = 1; i <= 8; i++)
        {
            await index.RebuildAsync(SearchFolder.Stream(documents), $"{i}", default);
            index.Apply([documents[i]], [], $"{i}+");
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), misses => Assert.Equal(0, misses));
        Assert.Equal("8+", index.Cursor);
    }

    public void Dispose() => folder.Dispose();
}
