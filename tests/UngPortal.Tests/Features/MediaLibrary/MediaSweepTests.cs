using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UngPortal.Features.MediaLibrary;
using UngPortal.Features.MediaLibrary.Sweeping;
using UngPortal.Features.Publications;
using UngPortal.Kernel;
using UngPortal.Platform.Media.Storing;
using UngPortal.Testing;
using static UngPortal.Tests.Features.MediaLibrary.MediaVisits;

namespace UngPortal.Tests.Features.MediaLibrary;

/// <summary>What a crash or a replacement leaves is gone two nights later, and nothing else is.</summary>
public sealed class MediaSweepTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().With("Media:Pictures:Limit", Patience);

    [Fact]
    public async Task Run_AfterACrash_DeletesWhatNoRowKnowsAfterADay()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        await editor.UploadedAsync(TestPictures.Jpeg(64, 64));
        var known = FilesInStore();
        var (old, young) = (await OrphanAsync(), await OrphanAsync());
        var unfinished = Path.Combine(Path.GetDirectoryName(PathOf(old))!, old.Text + ".part");
        await File.WriteAllTextAsync(unfinished, "halv");
        var work = Directory.CreateDirectory(Path.Combine(_app.Database.Folder, "media-work", "0123")).FullName;
        Age([.. known, PathOf(old), unfinished], days: 2);
        Age([PathOf(young)], days: 0);
        Directory.SetLastWriteTimeUtc(work, PortalApp.Start.UtcDateTime.AddDays(-2));

        await _app.RunAsync<MediaSweep>();

        Assert.Equal(known.Append(PathOf(young)).Order(StringComparer.Ordinal), FilesInStore());
        Assert.False(Directory.Exists(work));
    }

    [Fact]
    public async Task Run_AfterAReplacement_KeepsOldFilesOnlyWhileATextShowsThem()
    {
        using var editor = await _app.SignInAsAsync(StaffRole.Editor);
        var path = await editor.UploadedAsync(TestPictures.Jpeg(64, 64));
        var shown = FilesOf(await editor.OpenAsync(path))[0];
        await editor.UploadAsync([], [new Part(TestPictures.Jpeg(32, 32), "ny.jpg")], path + "/bytt");
        await _app.InDatabaseAsync(async db =>
        {
            var text = await db.Set<PublicationText>().FirstAsync(text => text.Language == "nb");
            text.Rewrite(new TextDraft(text.Title, text.Ingress, text.Body, $"<img src=\"{shown}\">", 20, 5));
            return await db.SaveChangesAsync();
        });
        Age(FilesInStore(), days: 0);

        _app.Clock.Advance(TimeSpan.FromDays(2));
        await _app.RunAsync<MediaSweep>();
        await _app.RunAsync<MediaSweep>();

        var left = FilesInStore();
        Assert.Equal(4, left.Count);
        Assert.Contains(left, file => file.EndsWith(shown.Split('/')[^1], StringComparison.Ordinal));
        Assert.Equal(4, await _app.InDatabaseAsync(db => db.MediaFiles.CountAsync()));
    }

    public void Dispose() => _app.Dispose();

    private async Task<MediaName> OrphanAsync()
    {
        var name = MediaName.New("jpg");
        var source = Path.GetTempFileName();
        await _app.Services.GetRequiredService<IMediaStore>().PutAsync(name, source, CancellationToken.None);
        File.Delete(source);
        return name;
    }

    private string PathOf(MediaName name) => Path.Combine(_app.Database.Folder, "library", name.Text[..2], name.Text);

    private List<string> FilesInStore() => [.. Directory.EnumerateFiles(Path.Combine(_app.Database.Folder, "library"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static void Age(List<string> files, int days) => files.ForEach(file => File.SetLastWriteTimeUtc(file, PortalApp.Start.UtcDateTime.AddDays(-days)));
}
