using System.Collections.Concurrent;
using System.Diagnostics;

namespace UngPortal.Tests.Features.MediaLibrary.Films;

/// <summary>Small films, made when they are needed.</summary>
internal static class TestFilms
{
    public const string Canary = "KANARI";
    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Made = new(StringComparer.Ordinal);

    public static string? Ffmpeg { get; } = Find("ffmpeg");

    public static string? Ffprobe { get; } = Find("ffprobe");

    /// <summary>Two seconds of H.264 and AAC that tell where and when and by whom they were made, with a chapter.</summary>
    public static byte[] Talking() => Make(
        "mp4",
        "-f lavfi -i testsrc2=size=640x360:rate=25:duration=2 -f lavfi -i sine=frequency=440:duration=2 -metadata title=KANARI -metadata artist=KANARI -metadata comment=KANARI "
        + "-metadata location=+59.9139+010.7522/ -metadata creation_time=2024-05-17T12:00:00Z -metadata:s:v handler_name=KANARI -movflags use_metadata_tags+faststart "
        + "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac");

    public static byte[] Mp4(int seconds = 2, string size = "320x180") => Make("mp4", $"-f lavfi -i testsrc2=size={size}:rate=10:duration={seconds} -c:v libx264 -preset ultrafast -pix_fmt yuv420p -movflags +faststart");

    /// <summary>The index lies at the end: cut off, nothing can be read.</summary>
    public static byte[] SlowStartMp4() => Make("mp4", "-f lavfi -i testsrc2=size=320x180:rate=10:duration=6 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");

    public static byte[] Mov() => Make("mov", "-f lavfi -i testsrc2=size=320x180:rate=10:duration=2 -c:v mjpeg -pix_fmt yuvj420p");

    public static byte[] Webm() => Make("webm", "-f lavfi -i testsrc2=size=320x180:rate=10:duration=2 -f lavfi -i sine=frequency=440:duration=2 -c:v libvpx -deadline realtime -c:a libvorbis");

    public static byte[] Mkv() => Make("matroska", "-f lavfi -i testsrc2=size=320x180:rate=10:duration=2 -c:v mpeg4");

    /// <summary>A phone held upright: a wide picture that is to be turned.</summary>
    public static byte[] Upright() => Make("mp4", "-f lavfi -i testsrc2=size=1080x1920:rate=5:duration=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");

    /// <summary>Four hours of one colour in a few kilobytes.</summary>
    public static byte[] FourHours() => Make("mp4", "-f lavfi -i color=size=64x64:rate=1/600:duration=14400 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");

    public static byte[] Huge() => Make("mp4", "-f lavfi -i color=size=4096x2160:rate=5:duration=0.4 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");

    public static byte[] SoundAlone() => Make("mp4", "-f lavfi -i sine=frequency=440:duration=1 -c:a aac");

    /// <summary>Raw pictures: a coding that is not read here.</summary>
    public static byte[] OddCoding() => Make("matroska", "-f lavfi -i testsrc2=size=128x128:rate=5:duration=1 -c:v ffv1");

    /// <summary>What a program says of a file.</summary>
    public static string Probe(string path) => Run(Ffprobe!, $"-v error -show_format -show_streams -show_chapters -of json {path}");

    private static byte[] Make(string format, string arguments) => Made.GetOrAdd(format + arguments, _ => new Lazy<byte[]>(() =>
    {
        var path = Path.GetTempFileName();
        try
        {
            Run(Ffmpeg!, $"-v error -y {arguments} -f {format} {path}");
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    })).Value;

    private static string Run(string program, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {arguments} ended with {process.ExitCode}.");
    }

    private static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
