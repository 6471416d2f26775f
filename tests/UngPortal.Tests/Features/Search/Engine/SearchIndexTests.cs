using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using UngPortal.Features.Search.Engine;

namespace UngPortal.Tests.Features.Search.Engine;

public sealed class SearchIndexTests : IDisposable
{
    private readonly SearchFolder folder = new();

    [Fact]
    public void Open_OnNewFolder_NeedsRebuildAndFindsNothing()
    {
        using var index = folder.Open();

        Assert.True(index.NeedsRebuild);
        Assert.Null(index.Cursor);
        Assert.Empty(SearchFolder.Titles(index, "angst"));
    }

    [Fact]
    public void Apply_ThenSearch_FindsAtOnceAndKeepsCursor()
    {
        using var index = folder.Open();

        index.Apply([SearchFolder.Article("angst", "Angst")], [], "42");

        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));
        Assert.Equal("42", index.Cursor);
    }

    [Fact]
    public async Task Open_AfterDispose_HasDocumentsAndCursor()
    {
        using (var index = folder.Open())
        {
            await index.RebuildAsync(SearchFolder.Stream(SearchFolder.Article("angst", "Angst")), "7", default);
            index.Apply([SearchFolder.Article("sorg", "Sorg")], [], "8");
        }

        using var reopened = folder.Open();

        Assert.False(reopened.NeedsRebuild);
        Assert.Equal("8", reopened.Cursor);
        Assert.Equal(["Angst"], SearchFolder.Titles(reopened, "angst"));
        Assert.Equal(["Sorg"], SearchFolder.Titles(reopened, "sorg"));
    }

    [Fact]
    public void Apply_WithDeletedKey_RemovesEveryLanguageVersion()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"), SearchFolder.Article("angst", "Anxiety", language: "en"));

        index.Apply([], ["article:angst"], "2");

        Assert.Empty(SearchFolder.Titles(index, "angst"));
        Assert.Empty(SearchFolder.Titles(index, "anxiety", "en"));
    }

    [Fact]
    public void Apply_WithOneVersion_KeepsTheOthersOfTheKey()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"));

        index.Apply([SearchFolder.Article("angst", "Anxiety", language: "en")], [], "2");
        index.Apply([SearchFolder.Article("angst", "Angst og uro")], [], "3");

        Assert.Equal(["Angst og uro"], SearchFolder.Titles(index, "angst"));
        Assert.Equal(["Anxiety"], SearchFolder.Titles(index, "anxiety", "en"));
    }

    [Fact]
    public void Apply_WithDeletedAndGivenKey_LeavesOnlyTheGivenVersions()
    {
        using var index = folder.OpenWith(SearchFolder.Article("angst", "Angst"), SearchFolder.Article("angst", "Anxiety", language: "en"));

        index.Apply([SearchFolder.Article("angst", "Angst")], ["article:angst"], "2");

        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst", "en"));
    }

    [Fact]
    public void Open_WhenFolderIsOpen_SaysItIsLocked()
    {
        using var index = folder.Open();

        Assert.Throws<SearchIndexLockedException>(folder.Open);
    }

    [Fact]
    public async Task Open_WithAnyFileCutShort_NeedsRebuildInsteadOfThrowing()
    {
        using (var index = folder.Open())
        {
            await index.RebuildAsync(SearchFolder.Stream(SearchFolder.Article("angst", "Angst")), "7", default);
        }

        var generation = Assert.Single(System.IO.Directory.GetDirectories(folder.Root));
        var files = System.IO.Directory.GetFiles(generation).Where(file => Path.GetFileName(file) is not ("segments.gen" or "write.lock")).ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            using var broken = new SearchFolder();
            var copy = System.IO.Directory.CreateDirectory(Path.Combine(broken.Root, Path.GetFileName(generation))).FullName;
            File.Copy(Path.Combine(folder.Root, "current"), Path.Combine(broken.Root, "current"));
            files.ForEach(source => File.Copy(source, Path.Combine(copy, Path.GetFileName(source))));
            using (var cut = File.OpenWrite(Path.Combine(copy, Path.GetFileName(file))))
            {
                cut.SetLength(cut.Length / 2);
            }

            using var index = broken.Open();

            Assert.True(index.NeedsRebuild, Path.GetFileName(file));
            Assert.Empty(SearchFolder.Titles(index, "angst"));
            await index.RebuildAsync(SearchFolder.Stream(SearchFolder.Article("angst", "Angst")), "8", default);
            Assert.False(index.NeedsRebuild);
            Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));
        }
    }

    [Fact]
    public async Task Open_WithIndexOfAnotherFormat_NeedsRebuild()
    {
        using (var index = folder.Open())
        {
            await index.RebuildAsync(SearchFolder.Stream(SearchFolder.Article("angst", "Angst")), "7", default);
        }

        using (var directory = FSDirectory.Open(Assert.Single(System.IO.Directory.GetDirectories(folder.Root))))
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            writer.SetCommitData(new Dictionary<string, string> { ["format"] = "0", ["cursor"] = "7" });
        }

        using var reopened = folder.Open();

        Assert.True(reopened.NeedsRebuild);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../elsewhere")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    public void Open_WithPointerToNothing_NeedsRebuild(string content)
    {
        File.WriteAllText(Path.Combine(folder.Root, "current"), content);

        using var index = folder.Open();

        Assert.True(index.NeedsRebuild);
    }

    [Fact]
    public async Task Open_AfterCrash_HasWhatWasAppliedAndDropsUnfinishedGenerations()
    {
        using var crashed = new SearchFolder();
        using (var index = folder.Open())
        {
            await index.RebuildAsync(SearchFolder.Stream(SearchFolder.Article("angst", "Angst")), "7", default);
            index.Apply([SearchFolder.Article("sorg", "Sorg")], [], "8");
            // A copy taken while the index is open is what a crash leaves behind.
            SearchFolder.Copy(folder.Root, crashed.Root);
        }

        System.IO.Directory.CreateDirectory(Path.Combine(crashed.Root, Guid.NewGuid().ToString("N")));
        using var reopened = crashed.Open();

        Assert.False(reopened.NeedsRebuild);
        Assert.Equal("8", reopened.Cursor);
        Assert.Equal(["Sorg"], SearchFolder.Titles(reopened, "sorg"));
        Assert.Single(System.IO.Directory.GetDirectories(crashed.Root));
    }

    [Fact]
    public async Task Apply_ThatFailsHalfway_LeavesTheLastCommitAndGoesOn()
    {
        using var index = folder.Open();
        await index.RebuildAsync(SearchFolder.Stream(SearchFolder.Article("angst", "Angst")), "7", default);
        var impossible = SearchFolder.Article("rart", "Rart") with { Kind = null! };

        Assert.ThrowsAny<Exception>(() => index.Apply([SearchFolder.Article("sorg", "Sorg"), impossible], ["article:angst"], "8"));

        Assert.Equal("7", index.Cursor);
        Assert.False(index.NeedsRebuild);
        Assert.Equal(["Angst"], SearchFolder.Titles(index, "angst"));
        Assert.Empty(SearchFolder.Titles(index, "sorg"));
        index.Apply([SearchFolder.Article("sorg", "Sorg")], [], "8");
        Assert.Equal(["Sorg"], SearchFolder.Titles(index, "sorg"));
    }

    [Fact]
    public void Apply_AfterDispose_Throws()
    {
        var index = folder.Open();
        index.Dispose();
        index.Dispose();

        Assert.Throws<ObjectDisposedException>(() => index.Apply([], [], "1"));
    }

    public void Dispose() => folder.Dispose();
}
