using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NetVips;
using UngPortal.Platform.Media.Pictures;
using UngPortal.Testing;
using UngPortal.Tests.Features.MediaLibrary;

namespace UngPortal.Tests.Platform.Media.Pictures;

/// <summary>A large picture goes through its process; what wants more memory, more time or more turns than one picture may, does not.</summary>
public sealed class PictureLimitTests : IDisposable
{
    private readonly PortalApp _app = new PortalApp().With("Media:Pictures:Limit", MediaVisits.Patience);

    [Fact]
    public async Task V5_2_6_Process_FortyMegapixelsFromACamera_AreMadeIntoEveryFormat()
    {
        var jpeg = Photograph(7_304, 5_477);
        Assert.InRange(jpeg.Length, 1_000_000, PictureRules.BytesMost);

        var outcome = await RunAsync(jpeg, "foto.jpg");

        Assert.Null(outcome.Refusal);
        Assert.Equal((7_304, 5_477), (outcome.Width, outcome.Height));
        Assert.Equal(PictureRules.Widths.Count * PictureRules.Formats.Count, outcome.Files.Count);
    }

    [Theory]
    [InlineData(10_000, 5_001)]
    [InlineData(PictureRules.SideMost + 1, 100)]
    public async Task V5_2_6_Process_OnePixelTooMany_IsRefusedUndecoded(int width, int height)
    {
        Assert.Equal(PictureRefusal.TooManyPixels, (await RunAsync(TestPictures.Bomb(width, height), "for-stor.png")).Refusal);
    }

    [Fact]
    public async Task V5_2_6_Process_WhileItWorks_MayTakeNoMoreThanOnePictureNeeds()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Where a process can give up what it may take.
        }

        var folder = FolderIn(_app);
        var work = RunAsync(TestPictures.Bomb(7_000, 7_000), "stor.png", _app, folder);
        var seen = new HashSet<string>();
        while (!work.IsCompleted)
        {
            seen.UnionWith(Running(folder).SelectMany(LimitsOf));
            await Task.Delay(5);
        }

        Assert.Null((await work).Refusal);
        Assert.Superset(new HashSet<string> { "Max cpu time 60 60", "Max file size 536870912 536870912", "Max data size 1073741824 1073741824", "Max core file size 0 0" }, seen);
    }

    [Fact]
    public async Task V5_2_6_Process_ThatOverrunsItsTime_IsKilledAndGone()
    {
        using var hasty = new PortalApp().With("Media:Pictures:Limit", "00:00:00.300");
        var folder = FolderIn(hasty);

        var outcome = await RunAsync(TestPictures.Bomb(7_000, 7_000), "treg.png", hasty, folder);

        Assert.Equal(PictureRefusal.TooDemanding, outcome.Refusal);
        Assert.Equal(0, RunningOver(folder));
    }

    [Fact]
    public async Task V5_2_1_Processes_ForManyPicturesAtOnce_AreNoMoreThanProcessors()
    {
        if (!OperatingSystem.IsLinux())
        {
            return; // Where processes show their arguments.
        }

        _app.CreateVisitor().Dispose();
        var root = FolderIn(_app);
        var picture = TestPictures.Jpeg(800, 600);
        var all = Task.WhenAll(Enumerable.Range(0, 3 * Environment.ProcessorCount).Select(n => RunAsync(picture, "bilde.jpg", _app, Path.Combine(root, $"{n}"))));
        var most = 0;
        while (!all.IsCompleted)
        {
            most = Math.Max(most, RunningOver(root));
            await Task.Delay(10);
        }

        Assert.All(await all, outcome => Assert.Null(outcome.Refusal));
        Assert.InRange(most, 1, Environment.ProcessorCount);
    }

    public void Dispose() => _app.Dispose();

    private Task<PictureOutcome> RunAsync(byte[] picture, string name) => RunAsync(picture, name, _app, FolderIn(_app));

    private static async Task<PictureOutcome> RunAsync(byte[] picture, string name, PortalApp app, string folder)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, name);
        await File.WriteAllBytesAsync(file, picture);
        return await app.Services.GetRequiredService<PictureProcess>().RunAsync(file, folder, CancellationToken.None);
    }

    private static string FolderIn(PortalApp app) => Directory.CreateDirectory(Path.Combine(app.Database.Folder, "proving", Guid.NewGuid().ToString("N"))).FullName;

    private static int RunningOver(string folder) => Running(folder).Count;

    /// <summary>The numbers of the picture processes that work in the folder now.</summary>
    private static List<int> Running(string folder) => [.. Process.GetProcesses()
        .Select(process => (process.Id, Text: ArgumentsOf(process)))
        .Where(process => process.Text is { } text && text.Contains(PictureCommand.Name, StringComparison.Ordinal) && text.Contains(folder, StringComparison.Ordinal))
        .Select(process => process.Id)];

    /// <summary>Name, soft and hard limit of each resource, as Linux tells them.</summary>
    private static List<string> LimitsOf(int process)
    {
        try
        {
            return [.. File.ReadAllLines($"/proc/{process}/limits").Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                .Select(line => line.Replace(" seconds", "", StringComparison.Ordinal).Replace(" bytes", "", StringComparison.Ordinal))];
        }
        catch (IOException)
        {
            return []; // It has ended.
        }
    }

    private static string? ArgumentsOf(Process process)
    {
        using (process)
        {
            try
            {
                return File.ReadAllText($"/proc/{process.Id}/cmdline");
            }
            catch (IOException)
            {
                return null; // It has ended.
            }
        }
    }

    /// <summary>Soft shapes in all colours with some grain, progressive as cameras' software writes them.</summary>
    private static byte[] Photograph(int width, int height)
    {
        using var shapes = Image.Perlin(width, height, cellSize: 512, uchar: true);
        using var second = Image.Perlin(width, height, cellSize: 256, uchar: true);
        using var grain = (Image.Gaussnoise(width, height, mean: 128, sigma: 6)).Cast(Enums.BandFormat.Uchar);
        using var colours = shapes.Bandjoin(second, grain).Copy(interpretation: Enums.Interpretation.Srgb);
        return colours.JpegsaveBuffer(q: 80, interlace: true);
    }
}
