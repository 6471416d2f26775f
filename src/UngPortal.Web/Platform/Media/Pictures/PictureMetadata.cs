using System.Buffers.Binary;
using System.Text;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>Lists what a picture file tells besides its pixels: EXIF with its places, XMP, IPTC, remarks, colour profiles with their texts. Source: ASVS 5.0 V14.2.8.</summary>
public static class PictureMetadata
{
    private static readonly HashSet<string> PlainPng = new(["IHDR", "PLTE", "tRNS", "IDAT", "IEND", "sRGB", "gAMA", "cHRM", "pHYs", "bKGD", "sBIT"], StringComparer.Ordinal);
    private static readonly HashSet<string> PlainWebP = new(["VP8 ", "VP8L", "VP8X", "ALPH"], StringComparer.Ordinal);

    /// <summary>The names of what it tells; empty for a file that shows pixels and nothing else.</summary>
    public static IReadOnlyList<string> In(ReadOnlySpan<byte> file) => PictureFormats.Of(file[..Math.Min(file.Length, PictureFormats.HeadLength)]) switch
    {
        PictureFormat.Jpeg => InJpeg(file),
        PictureFormat.Png => InPng(file),
        PictureFormat.WebP => InWebP(file),
        PictureFormat.Avif => InAvif(file),
        _ => ["unknown file"],
    };

    private static List<string> InJpeg(ReadOnlySpan<byte> file)
    {
        var found = new List<string>();
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] != 0xDA;)
        {
            var marker = file[at + 1];
            var size = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            // APP0 is the JFIF frame, APP14 says how colours are coded.
            if (marker is (>= 0xE1 and <= 0xED) or 0xEF or 0xFE)
            {
                found.Add($"segment {marker:X2}");
            }

            at += size + 2;
        }

        return found;
    }

    private static List<string> InPng(ReadOnlySpan<byte> file)
    {
        var found = new List<string>();
        for (var at = 8L; at + 12 <= file.Length; at += BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]) + 12L)
        {
            Note(found, PlainPng, file.Slice((int)at + 4, 4));
        }

        return found;
    }

    private static List<string> InWebP(ReadOnlySpan<byte> file)
    {
        var found = new List<string>();
        for (var at = 12L; at + 8 <= file.Length;)
        {
            Note(found, PlainWebP, file.Slice((int)at, 4));
            var size = BinaryPrimitives.ReadUInt32LittleEndian(file[((int)at + 4)..]);
            at += 8L + size + (size & 1);
        }

        return found;
    }

    /// <summary>In AVIF every kind of metadata is an item whose type stands in the <c>iinf</c> box, or a profile in a <c>colr</c> box.</summary>
    private static List<string> InAvif(ReadOnlySpan<byte> file)
    {
        var found = new List<string>();
        var meta = file[..Math.Max(0, file.IndexOf("mdat"u8))];
        foreach (var item in new[] { "Exif", "mime", "uri ", "prof", "rICC", "uuid", "udes" })
        {
            if (meta.IndexOf(Encoding.ASCII.GetBytes(item)) >= 0)
            {
                found.Add($"item {item}");
            }
        }

        return found;
    }

    private static void Note(List<string> found, HashSet<string> plain, ReadOnlySpan<byte> type)
    {
        var name = Encoding.Latin1.GetString(type);
        if (!plain.Contains(name))
        {
            found.Add($"chunk {name}");
        }
    }
}
