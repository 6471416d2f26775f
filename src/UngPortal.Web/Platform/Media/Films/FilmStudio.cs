using System.Globalization;
using Microsoft.Extensions.Options;

namespace UngPortal.Platform.Media.Films;

/// <summary>Makes of an uploaded film one that every browser plays: H.264 and AAC in an MP4 that starts at once, without a word about place, time or camera. This process never decodes.</summary>
/// <remarks>The demuxer follows from the first bytes and nothing else, and only plain files may be opened: a playlist can't fetch anything. Sources: ASVS 5.0 V1.3.6, V5.2.2, V14.2.8.</remarks>
public sealed partial class FilmStudio(FilmTools tools, IOptions<FilmOptions> options, ILogger<FilmStudio> logger)
{
    private const string FilmFile = "film.mp4";
    private const string PosterFile = "still.jpg";

    /// <summary>What the prober complains of when it would need a decoder that is not allowed.</summary>
    private const string ShutDecoder = "not on whitelist";
    private static readonly TimeSpan ProbeMost = TimeSpan.FromMinutes(1);

    /// <summary>Scales the shorter side down, to even numbers; the other follows.</summary>
    private static readonly string Scaling = string.Create(
        CultureInfo.InvariantCulture,
        $"scale=w='if(gte(iw,ih),-2,trunc(min({FilmRules.MadeSide},iw)/2)*2)':h='if(gte(iw,ih),trunc(min({FilmRules.MadeSide},ih)/2)*2,-2)',format=yuv420p");

    /// <summary>Makes film and still in the folder.</summary>
    /// <exception cref="InvalidOperationException">The programs are not on this machine: ask <see cref="FilmTools.AreThere"/> first.</exception>
    public async Task<FilmOutcome> MakeAsync(string file, string folder, CancellationToken cancellationToken)
    {
        if (await FormatOfAsync(file, cancellationToken) is not { } format)
        {
            return Failed(FilmFailure.UnknownKind);
        }

        var (original, problem) = await ProbeAsync(format, file, folder, cancellationToken);
        if ((problem ?? original!.Refusal) is { } refusal)
        {
            return Failed(refusal);
        }

        var film = Path.Combine(folder, FilmFile);
        var made = await FfmpegAsync(FilmArguments(format, file, film), folder, options.Value.Limit, cancellationToken);
        if (!made.IsWell)
        {
            LogNotMade(made.ExitCode, made.IsOverdue);
            return Failed(made.IsCutOff ? FilmFailure.TooDemanding : FilmFailure.Broken);
        }

        Mp4Boxes.Silence(film);
        var (result, unreadable) = await ProbeAsync(FilmFormat.Mp4, film, folder, cancellationToken);
        return unreadable is not null || result!.Coding is null || result.Seconds <= 0 || IsCut(original!, result)
            ? Failed(FilmFailure.Broken)
            : result.Seconds > FilmRules.SecondsMost + 1 ? Failed(FilmFailure.TooLong) : await StillAsync(result, film, folder, cancellationToken);
    }

    private static FilmOutcome Failed(FilmFailure failure) => new() { Failure = failure };

    /// <summary>A file that was cut off is often played to where it ends, without a complaint.</summary>
    private static bool IsCut(FilmProbe original, FilmProbe made) => original.Seconds - made.Seconds > Math.Max(1, original.Seconds / 20);

    private static async Task<FilmFormat?> FormatOfAsync(string file, CancellationToken cancellationToken)
    {
        var head = new byte[FilmFormats.HeadLength];
        await using var stream = File.OpenRead(file);
        return FilmFormats.Of(head.AsSpan(0, await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken)));
    }

    /// <summary>How a foreign file is opened: by one demuxer, from the disk, with known decoders.</summary>
    private static IEnumerable<string> Opening(FilmFormat format) =>
        ["-v", "error", "-protocol_whitelist", "file", "-codec_whitelist", string.Join(',', FilmRules.Decoders), "-f", format.Demuxer()];

    private static IEnumerable<string> FilmArguments(FilmFormat format, string file, string film) =>
    [
        "-nostdin", "-hide_banner", "-y", "-threads", "2", .. Opening(format), "-i", "file:" + file,
        "-map", "0:V:0", "-map", "0:a:0?", "-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn",
        "-t", Number(FilmRules.SecondsMost + 2), "-fpsmax", Number(FilmRules.PicturesASecond), "-vf", Scaling,
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-profile:v", "high", "-threads", "2", "-bsf:v", "filter_units=remove_types=6",
        "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-ar", "48000",
        "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart", "-f", "mp4", "file:" + film,
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<(FilmProbe? Probe, FilmFailure? Failure)> ProbeAsync(FilmFormat format, string file, string folder, CancellationToken cancellationToken)
    {
        var program = tools.Ffprobe ?? throw new InvalidOperationException("This machine can't look into films.");
        IEnumerable<string> arguments =
            [.. Opening(format), "-show_entries", "format=duration:stream=codec_type,codec_name,width,height:stream_disposition=attached_pic", "-of", "json", "file:" + file];
        var run = await ToolProcess.RunAsync(program, arguments, folder, ProbeMost, cancellationToken);
        if (run.IsWell && FilmProbe.Read(run.Output) is { } probe)
        {
            return (probe, null);
        }

        return (null, run.IsCutOff ? FilmFailure.TooDemanding : run.Complaints.Contains(ShutDecoder, StringComparison.Ordinal) ? FilmFailure.UnknownCoding : FilmFailure.Broken);
    }

    /// <summary>A still from a tenth into the film: the very beginning is often black.</summary>
    private async Task<FilmOutcome> StillAsync(FilmProbe result, string film, string folder, CancellationToken cancellationToken)
    {
        var poster = Path.Combine(folder, PosterFile);
        IEnumerable<string> arguments =
        [
            "-nostdin", "-hide_banner", "-y", "-ss", (result.Seconds / 10).ToString("0.###", CultureInfo.InvariantCulture), .. Opening(FilmFormat.Mp4), "-i", "file:" + film,
            "-frames:v", "1", "-map_metadata", "-1", "-pix_fmt", "yuvj420p", "-c:v", "mjpeg", "-q:v", "2", "-f", "image2", "-update", "1", "file:" + poster,
        ];
        var still = await FfmpegAsync(arguments, folder, ProbeMost, cancellationToken);
        return still.IsWell && File.Exists(poster)
            ? new FilmOutcome { Film = film, Poster = poster, Width = result.Width, Height = result.Height, Seconds = Math.Max(1, (int)Math.Round(result.Seconds)) }
            : Failed(FilmFailure.Broken);
    }

    private Task<ToolRun> FfmpegAsync(IEnumerable<string> arguments, string folder, TimeSpan most, CancellationToken cancellationToken) =>
        ToolProcess.RunAsync(tools.Ffmpeg ?? throw new InvalidOperationException("This machine can't make films."), arguments, folder, most, cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No film could be made: the program ended with code {Code}, overdue: {IsOverdue}.")]
    private partial void LogNotMade(int code, bool isOverdue);
}
