using System.Globalization;
using System.Text;

namespace UngPortal.Tests.Content;

/// <summary>Films that everybody can follow, and that fit a phone's data plan.</summary>
public sealed class VideoTests
{
    private const long MostBytes = 2_000_000;
    private const int MostLetters = 17;
    private const int MostLine = 42;
    private static readonly string[] CaptionLanguages = ["nb", "nn", "en"];

    public static TheoryData<string> Videos => ShippedContent.Videos.Count > 0 ? new(ShippedContent.Videos.Select(video => video.Slug)) : new("(none)");

    [Theory]
    [MemberData(nameof(Videos))]
    public void Files_OfAVideo_AreThereAndSmall(string slug)
    {
        foreach (var ending in new[] { ".webm", ".mp4", ".jpg" })
        {
            var file = new FileInfo(ShippedContent.Path("videos", slug + ending));
            Assert.True(file.Exists, file.Name);
            Assert.InRange(file.Length, 1_000, ending == ".jpg" ? 120_000 : MostBytes);
            Assert.True(IsWhatItSays(file.FullName, ending), file.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Videos))]
    public void Captions_OfAVideo_AreValidAndSlowEnough(string slug)
    {
        var seconds = int.Parse(Find(slug).Fields.Text("seconds"), CultureInfo.InvariantCulture);
        Assert.InRange(seconds, 20, 60);
        foreach (var language in CaptionLanguages)
        {
            var (cues, faults) = WebVtt.Read(File.ReadAllText(ShippedContent.Path("videos", $"{slug}.{language}.vtt"), new UTF8Encoding(false, throwOnInvalidBytes: true)));

            Assert.Empty(faults);
            Assert.InRange(cues.Count, 3, 100);
            Assert.All(cues, cue => Assert.True(cue.Speed <= MostLetters, $"{slug}.{language}: '{cue.Text}' runs at {cue.Speed:0.0} letters a second"));
            Assert.All(cues.SelectMany(cue => cue.Text.Split('\n')), line => Assert.InRange(line.Length, 1, MostLine));
            Assert.InRange(cues[^1].To, seconds / 2.0, seconds + 1);
        }
    }

    [Theory]
    [MemberData(nameof(Videos))]
    public void Transcript_OfAVideo_SaysWhatTheCaptionsSay(string slug)
    {
        var transcript = Find(slug).Fields.Localized("transcript");
        foreach (var language in CaptionLanguages)
        {
            var (cues, _) = WebVtt.Read(File.ReadAllText(ShippedContent.Path("videos", $"{slug}.{language}.vtt")));
            var told = Words(transcript[language]);

            Assert.All(cues, cue => Assert.Contains(Words(cue.Text), told, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Read_BrokenCaptions_FindsTheFaults()
    {
        Assert.NotEmpty(WebVtt.Read("1\n00:00.000 --> 00:01.000\nHei").Faults);
        Assert.NotEmpty(WebVtt.Read("WEBVTT\n\n00:00,000 --> 00:01,000\nHei").Faults);
        Assert.NotEmpty(WebVtt.Read("WEBVTT\n\n00:02.000 --> 00:01.000\nHei").Faults);
        Assert.NotEmpty(WebVtt.Read("WEBVTT\n\n00:00.000 --> 00:02.000\nHei\n\n00:01.000 --> 00:03.000\nDu").Faults);
        Assert.NotEmpty(WebVtt.Read("WEBVTT\n\n00:00.000 --> 00:02.000").Faults);
        Assert.Equal(1.5, Assert.Single(WebVtt.Read("WEBVTT\n\nNOTE hei\n\nen\n00:00:01.000 --> 00:00:03.000 line:85%\nHei").Cues).Speed);
    }

    private static YamlFile Find(string slug) => ShippedContent.Videos.FirstOrDefault(video => video.Slug == slug) ?? throw new FileNotFoundException("There are no videos under content/videos.");

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The first bytes of WebM, MP4 and JPEG.</summary>
    private static bool IsWhatItSays(string path, string ending)
    {
        using var file = File.OpenRead(path);
        var start = new byte[12];
        file.ReadExactly(start);
        return ending switch
        {
            ".webm" => start.AsSpan(0, 4).SequenceEqual<byte>([0x1A, 0x45, 0xDF, 0xA3]),
            ".mp4" => start.AsSpan(4, 4).SequenceEqual("ftyp"u8),
            _ => start.AsSpan(0, 3).SequenceEqual<byte>([0xFF, 0xD8, 0xFF]),
        };
    }
}
