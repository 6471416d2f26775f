namespace UngPortal.Platform.Media.Films;

/// <summary>What a film may be, and what is made of it.</summary>
public static class FilmRules
{
    /// <summary>The longest film, in seconds.</summary>
    public const int SecondsMost = 30 * 60;

    /// <summary>The longest side, in pixels.</summary>
    public const int SideMost = 1_920;

    /// <summary>The shortest side, in pixels.</summary>
    public const int SideLeast = 64;

    /// <summary>The shorter side of what is made, in pixels; a smaller film keeps its own.</summary>
    public const int MadeSide = 720;

    /// <summary>The most pictures a second.</summary>
    public const int PicturesASecond = 60;

    /// <summary>The largest piece of a film that is sent in one request, in bytes.</summary>
    public const int PieceMost = 5 * 1024 * 1024;

    /// <summary>The largest film that is sent whole, in one form, in bytes.</summary>
    public const int WholeMost = 100 * 1024 * 1024;

    /// <summary>The decoders that may run: what phones, cameras and editing programs write. All others stay shut.</summary>
    internal static IReadOnlyList<string> Decoders { get; } =
    [
        "h264", "hevc", "vp8", "vp9", "av1", "libdav1d", "mpeg4", "mjpeg", "prores",
        "aac", "mp3", "mp3float", "opus", "vorbis", "flac", "alac", "ac3", "eac3", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_f32le",
    ];

    /// <summary>The codings of pictures among <see cref="Decoders"/>, as the prober names them.</summary>
    internal static IReadOnlyList<string> Codings { get; } = ["h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "mjpeg", "prores"];
}
