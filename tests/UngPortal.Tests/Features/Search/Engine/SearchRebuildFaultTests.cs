using UngPortal.Features.Search;

namespace UngPortal.Tests.Features.Search.Engine;

/// <summary>A rebuild that fails or is stopped leaves the index as it was.</summary>
public sealed class SearchRebuildFaultTests : IDisposable
{
    private readonly SearchFolder folder = new();

    [Fact]
    public async Task RebuildAsync_ThatFails_LeavesTheOldGenerationInUse()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => index.RebuildAsync(Failing(), "9", default));

        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));
        Assert.Equal("1", index.Cursor);
        Assert.Single(Directory.GetDirectories(folder.Root));

        static async IAsyncEnumerable<SearchDocument> Failing()
        {
            yield return SearchFolder.Article("sorg", "Sorg");
            await Task.Yield();
            throw new InvalidOperationException("The source went away.");
        }
    }

    [Fact]
    public async Task RebuildAsync_Cancelled_StopsAndKeepsTheOldGeneration()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"));
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.RebuildAsync(Endless(), "9", cancel.Token));

        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));

        async IAsyncEnumerable<SearchDocument> Endless([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
        {
            for (var i = 0; ; i++)
            {
                ct.ThrowIfCancellationRequested();
                yield return SearchFolder.Article($"a{i}", "Sorg");
                if (i == 10)
                {
                    await cancel.CancelAsync();
                }
            }
        }
    }

    [Fact]
    public async Task RebuildAsync_CancelledBeforeItsMerge_StopsAndKeepsTheOldGeneration()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"));
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => index.RebuildAsync(CancelledAtTheEnd(), "9", cancel.Token));

        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));
        Assert.Single(Directory.GetDirectories(folder.Root));

        async IAsyncEnumerable<SearchDocument> CancelledAtTheEnd()
        {
            yield return SearchFolder.Article("sorg", "Sorg");
            await cancel.CancelAsync();
        }
    }

    [Fact]
    public async Task Dispose_DuringRebuild_EndsItWithoutTouchingTheFolder()
    {
        var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"));
        var begun = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var rebuild = index.RebuildAsync(Paused(), "9", default);
        await begun.Task;

        index.Dispose();
        goOn.SetResult();

        await Assert.ThrowsAnyAsync<Exception>(() => rebuild);
        Assert.False(File.Exists(Path.Combine(folder.Root, "current")));

        async IAsyncEnumerable<SearchDocument> Paused()
        {
            yield return SearchFolder.Article("sorg", "Sorg");
            begun.SetResult();
            await goOn.Task;
        }
    }

    public void Dispose() => folder.Dispose();
}
