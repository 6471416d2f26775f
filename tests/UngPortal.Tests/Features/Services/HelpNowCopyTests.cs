using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using UngPortal.Features.Services;
using UngPortal.Kernel;

namespace UngPortal.Tests.Features.Services;

public sealed class HelpNowCopyTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private Func<Task<HelpNowSnapshot>> _source = () => Task.FromException<HelpNowSnapshot>(new InvalidOperationException("The database is down."));

    private string CopyPath => Path.Combine(_folder, "copies", "help-now.json");

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Fact]
    public async Task Current_NoDatabaseAndNoFile_HasTheBuiltInNumbers()
    {
        var copy = NewCopy();

        Assert.False(await copy.RefreshAsync(CancellationToken.None));
        Assert.Equal(["113", "112", "110", "116117", "116111"], copy.Current.Entries.Select(entry => entry.Channels[0].Address));
        Assert.All(copy.Current.Entries, entry => Assert.True(entry.IsOpenAt(Instant.FromUtc(2026, 11, 23, 12, 0))));
    }

    [Fact]
    public async Task Refresh_GoodSource_IsThereForTheNextProcess()
    {
        await RefreshWithAsync(Snapshot("en-tjeneste"));

        Assert.Equal("Én tjeneste", NewCopy().Current.Entries.Single().Name.In(Language.Bokmal));
        Assert.Equal([CopyPath], Directory.GetFiles(Path.GetDirectoryName(CopyPath)!));
    }

    [Fact]
    public async Task Refresh_SourceFailsOrIsEmpty_KeepsTheOldCopy()
    {
        var copy = await RefreshWithAsync(Snapshot("en-tjeneste"));

        _source = () => throw new TimeoutException();
        Assert.False(await copy.RefreshAsync(CancellationToken.None));
        _source = () => Task.FromResult(new HelpNowSnapshot([]));
        Assert.False(await copy.RefreshAsync(CancellationToken.None));

        Assert.Equal("en-tjeneste", copy.Current.Entries.Single().Slug);
        Assert.Equal("en-tjeneste", NewCopy().Current.Entries.Single().Slug);
    }

    [Fact]
    public async Task Refresh_DiskRefuses_KeepsItInMemory()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "copies"), "a file where the folder should be");

        var copy = await RefreshWithAsync(Snapshot("en-tjeneste"));

        Assert.Equal("en-tjeneste", copy.Current.Entries.Single().Slug);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"Entries\":null}")]
    [InlineData("{\"Entries\":[]}")]
    [InlineData("{\"Entries\":[null]}")]
    [InlineData("{\"Entries\":[{\"Slug\":\"a\"}]}")]
    [InlineData("\0\0\0\0")]
    public void Current_CorruptFile_FallsBackToTheBuiltInNumbers(string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(CopyPath)!);
        File.WriteAllText(CopyPath, content);

        Assert.Same(HelpNowSnapshot.BuiltIn, NewCopy().Current);
    }

    [Fact]
    public async Task Refresh_ManyAtOnce_LeavesOneWholeFile()
    {
        var copies = Enumerable.Range(0, 8).Select(_ => NewCopy()).ToList();
        var count = 0;
        _source = () => Task.FromResult(Snapshot($"tjeneste-{Interlocked.Increment(ref count)}"));

        await Task.WhenAll(Enumerable.Range(0, 80).Select(n => Task.Run(() => copies[n % 8].RefreshAsync(CancellationToken.None))));

        Assert.StartsWith("tjeneste-", NewCopy().Current.Entries.Single().Slug, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(CopyPath)!));
    }

    private static HelpNowSnapshot Snapshot(string slug) => new(
    [
        HelpNowSnapshot.BuiltIn.Entries[0] with { Slug = slug, Name = new LocalizedText { ["nb"] = "Én tjeneste" } },
    ]);

    private HelpNowCopy NewCopy() => new(CopyPath, _ => _source(), NullLogger<HelpNowCopy>.Instance);

    private async Task<HelpNowCopy> RefreshWithAsync(HelpNowSnapshot snapshot)
    {
        var copy = NewCopy();
        _source = () => Task.FromResult(snapshot);
        Assert.True(await copy.RefreshAsync(CancellationToken.None));
        return copy;
    }
}
