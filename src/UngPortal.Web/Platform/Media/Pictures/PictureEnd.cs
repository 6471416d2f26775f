using System.Buffers.Binary;

namespace UngPortal.Platform.Media.Pictures;

/// <summary>Finds where a picture ends in its file, and whether a page, a program or an archive comes after it or in one of its remarks.</summary>
internal static class PictureEnd
{
    private static readonly byte[][] Stowaways =
    [
        .. new[] { "PK\u0003\u0004", "PK\u0005\u0006", "<html", "<script", "<!doctype", "<svg ", "<body", "<iframe", "<?php", "%pdf-", "rar!\u001a", "7z\u00bc\u00af\u0027" }
            .Select(System.Text.Encoding.Latin1.GetBytes).Select(Folded),
    ];

    /// <summary>Whether anything of that kind is there. Cameras put data of their own behind the picture; that is no reason to refuse it.</summary>
    public static bool HasStowaway(ReadOnlySpan<byte> file, PictureFormat format)
    {
        var tail = Folded(file[EndOf(file, format)..].ToArray());
        return Array.Exists(Stowaways, mark => tail.AsSpan().IndexOf(mark) >= 0) || (format == PictureFormat.Jpeg && HasMarkedRemark(file));
    }

    /// <summary>Whether a PNG says that it moves: the decoder shows its first picture only and would not tell.</summary>
    public static bool IsAnimatedPng(ReadOnlySpan<byte> file)
    {
        for (var at = 8; at + 12 <= file.Length;)
        {
            var type = file.Slice(at + 4, 4);
            if (type.SequenceEqual("acTL"u8))
            {
                return true;
            }

            if (type.SequenceEqual("IDAT"u8))
            {
                return false;
            }

            at = Next(at, BinaryPrimitives.ReadUInt32BigEndian(file[at..]), 12, file.Length);
        }

        return false;
    }

    private static int EndOf(ReadOnlySpan<byte> file, PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => EndOfJpeg(file),
        PictureFormat.Png => EndOfPng(file),
        PictureFormat.WebP => Math.Min(file.Length, Next(0, BinaryPrimitives.ReadUInt32LittleEndian(file[4..]), 8, file.Length)),
        _ => EndOfAvif(file),
    };

    private static int EndOfJpeg(ReadOnlySpan<byte> file)
    {
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] != 0xD9)
        {
            var isScan = file[at + 1] == 0xDA;
            at = file[at + 1] == 0xFF ? at + 1 : Next(at, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]), 2, file.Length);
            while (isScan && at + 1 < file.Length && (file[at] != 0xFF || file[at + 1] is 0x00 or (>= 0xD0 and <= 0xD7)))
            {
                at++;
            }
        }

        return Math.Min(at + 2, file.Length);
    }

    private static int EndOfPng(ReadOnlySpan<byte> file)
    {
        var at = 8;
        while (at + 12 <= file.Length)
        {
            var isEnd = file.Slice(at + 4, 4).SequenceEqual("IEND"u8);
            at = Next(at, BinaryPrimitives.ReadUInt32BigEndian(file[at..]), 12, file.Length);
            if (isEnd)
            {
                return at;
            }
        }

        return file.Length;
    }

    private static int EndOfAvif(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> known = "ftypmetamdatfreeskipmoovpdinuuid"u8;
        var at = 0;
        while (at + 8 <= file.Length)
        {
            var place = known.IndexOf(file.Slice(at + 4, 4));
            var size = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (place < 0 || place % 4 != 0 || size is > 1 and < 8)
            {
                break;
            }

            at = size is 0 or 1 ? file.Length : Next(at, size, 0, file.Length);
        }

        return at;
    }

    /// <summary>A page may also hide before the pixels, in a JPEG's remark, to be read by a browser that guesses.</summary>
    private static bool HasMarkedRemark(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] is not (0xD9 or 0xDA);)
        {
            var next = file[at + 1] == 0xFF ? at + 1 : Next(at, BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]), 2, file.Length);
            var remark = file[at + 1] == 0xFE ? Folded(file[at..next].ToArray()) : [];
            if (Array.Exists(Stowaways, mark => remark.AsSpan().IndexOf(mark) >= 0))
            {
                return true;
            }

            at = next;
        }

        return false;
    }

    private static int Next(int at, uint size, int frame, int length) => (int)Math.Min(at + (long)size + frame, length);

    private static byte[] Folded(byte[] bytes) => Array.ConvertAll(bytes, one => one is >= (byte)'A' and <= (byte)'Z' ? (byte)(one | 0x20) : one);
}
