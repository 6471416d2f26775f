using System.Buffers.Binary;

namespace UngPortal.Platform.Media.Films;

/// <summary>Tells kinds of film by their first bytes, and what their files are called. Source: ASVS 5.0 V5.2.2.</summary>
public static class FilmFormats
{
    /// <summary>How many bytes <see cref="Of"/> looks at.</summary>
    public const int HeadLength = 64;

    private const uint BoxMost = 4_096;
    private static readonly string[] Mp4Endings = [".mp4", ".m4v", ".mov"];
    private static readonly string[] MatroskaEndings = [".webm", ".mkv"];

    /// <summary>The endings that a film's name may have.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. Mp4Endings, .. MatroskaEndings];

    /// <summary>The kind that a file's first bytes stand for; null for all others.</summary>
    public static FilmFormat? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0x1A, 0x45, 0xDF, 0xA3, ..] => FilmFormat.Matroska,
        _ when head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) && IsFilmBrand(head[8..12]) && BinaryPrimitives.ReadUInt32BigEndian(head) is >= 16 and <= BoxMost => FilmFormat.Mp4,
        _ => null,
    };

    /// <summary>Whether a file of the kind may have this name: a file that lies about one thing is not asked about others.</summary>
    public static bool IsNamedAs(this FilmFormat format, string fileName) =>
        (format == FilmFormat.Mp4 ? Mp4Endings : MatroskaEndings).Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of the one demuxer that may read the kind; what a file says of itself never chooses another.</summary>
    internal static string Demuxer(this FilmFormat format) => format == FilmFormat.Mp4 ? "mov" : "matroska";

    /// <summary>Pictures and sound alone have the same outer shape as films.</summary>
    private static bool IsFilmBrand(ReadOnlySpan<byte> brand) =>
        !(brand.StartsWith("avi"u8) || brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8) || brand.StartsWith("mif"u8) || brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8));
}
