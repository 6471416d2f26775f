using System.Buffers.Binary;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>Tells kinds of picture by their first bytes, and what their files are called. Source: ASVS 5.0 V5.2.2.</summary>
public static class PictureFormats
{
    /// <summary>How many bytes <see cref="Of"/> looks at.</summary>
    public const int HeadLength = 64;

    /// <summary>The kind that a file's first bytes stand for; null for all others.</summary>
    public static PictureFormat? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => PictureFormat.Jpeg,
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..] => PictureFormat.Png,
        _ when head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WEBP"u8) => PictureFormat.WebP,
        _ when head.Length >= 16 && head[4..8].SequenceEqual("ftyp"u8) && HasBrand(head, "avif"u8) => PictureFormat.Avif,
        _ => null,
    };

    /// <summary>Whether a file of the kind may have this name and say of itself that it is of this type: a file that lies about one thing is not asked about others.</summary>
    public static bool IsNamedAs(this PictureFormat format, string fileName, string? contentType)
    {
        var (endings, type) = format switch
        {
            PictureFormat.Jpeg => ((string[])[".jpg", ".jpeg", ".jpe", ".jfif"], "image/jpeg"),
            PictureFormat.Png => ([".png"], "image/png"),
            PictureFormat.WebP => ([".webp"], "image/webp"),
            _ => ([".avif"], "image/avif"),
        };
        return endings.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase)
            && (string.IsNullOrEmpty(contentType) || contentType is "application/octet-stream" || string.Equals(contentType, type, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether the AVIF file says that it is a sequence of pictures.</summary>
    internal static bool IsSequence(ReadOnlySpan<byte> head) => HasBrand(head, "avis"u8);

    private static bool HasBrand(ReadOnlySpan<byte> head, ReadOnlySpan<byte> brand)
    {
        var end = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(head), (uint)head.Length);
        for (var at = 8; at + 4 <= end; at += 4)
        {
            if (at != 12 && head.Slice(at, 4).SequenceEqual(brand))
            {
                return true;
            }
        }

        return false;
    }
}
